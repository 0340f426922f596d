#include "server/web/search_template.h"

namespace waypost::server {

const std::string_view kSearchTemplate = R"(<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{{title}}</title>
<style>
:root { --ink: #1b1f24; --soft: #505a5f; --line: #b1b4b6; --brand: #0b5351; --focus: #ffdd00; }
* { box-sizing: border-box; }
body { margin: 0; font: 1.1875rem/1.45 system-ui, "Segoe UI", Arial, sans-serif; color: var(--ink);
  background: #fff; }
header { background: var(--brand); color: #fff; padding: .75rem 1rem; }
header a { color: #fff; font-weight: 700; font-size: 1.375rem; text-decoration: none; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .5rem 0 1rem; }
h2 { font-size: 1.3125rem; margin: 0 0 .25rem; }
label { display: block; font-weight: 700; margin-bottom: .25rem; }
input, select { font: inherit; padding: .4rem .5rem; border: 2px solid var(--ink); width: 100%;
  background: #fff; color: inherit; border-radius: 0; }
.fields { display: grid; gap: 1rem; grid-template-columns: 1fr; }
@media (min-width: 40rem) { .fields { grid-template-columns: 3fr 2fr 1fr; } }
button { font: inherit; font-weight: 700; margin-top: 1rem; padding: .5rem 1.25rem; border: 0;
  background: var(--brand); color: #fff; cursor: pointer; }
a { color: #0b5351; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 0; box-shadow: 0 0 0 5px var(--ink); }
.error { border: 4px solid #b10e1e; padding: .75rem 1rem; margin: 0 0 1rem; }
.error h2 { margin-bottom: .25rem; }
.results { list-style: none; margin: 0; padding: 0; }
.results li { border-top: 1px solid var(--line); padding: 1rem 0; }
.results p { margin: .25rem 0; }
.soft { color: var(--soft); }
.pages { display: flex; gap: 1.5rem; padding: 1rem 0; border-top: 1px solid var(--line); }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: 1rem; }
@media print { header, form, .pages { display: none; } }
</style>
</head>
<body>
<header><a href="/">Waypost</a></header>
<main>
{{#error}}
<div class="error" role="alert" tabindex="-1">
<h2>There is a problem</h2>
<p><a href="#{{field}}">{{message}}</a></p>
</div>
{{/error}}
<h1>Find help near you</h1>
<form method="get" action="/">
<div class="fields">
<div><label for="q">What do you need help with?</label>
<input id="q" name="q" type="search" value="{{q}}" maxlength="500" autocomplete="off"></div>
<div><label for="near">Postcode or place</label>
<input id="near" name="near" value="{{near}}" maxlength="100" autocomplete="postal-code"></div>
<div><label for="within">Distance</label>
<select id="within" name="within">
{{#distances}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>
{{/distances}}</select></div>
</div>
<button>Search</button>
</form>
{{#answer}}
<h2 id="results">{{summary}}</h2>
{{#notice}}<p>{{notice}}</p>{{/notice}}
<ol class="results" start="{{start}}">
{{#items}}
<li>
<h2>{{#link}}<a href="{{link}}" rel="noreferrer">{{name}}</a>{{/link}}{{^link}}{{name}}{{/link}}</h2>
{{#organisation}}<p class="soft">{{organisation}}</p>{{/organisation}}
<p>{{summary}}</p>
{{#where}}<p><strong>{{where}}</strong></p>{{/where}}
{{#sessions}}<p>{{sessions}}</p>{{/sessions}}
{{#cost}}<p>Cost: {{cost}}</p>{{/cost}}
{{#phone}}<p>Phone: <a href="tel:{{dial}}">{{phone}}</a></p>{{/phone}}
{{#doubt}}<p class="soft">{{doubt}}</p>{{/doubt}}
<p class="soft">{{checked}}</p>
</li>
{{/items}}
</ol>
{{^items}}<p>Nothing matches all of that. Try fewer words, or a greater distance.</p>{{/items}}
<nav class="pages" aria-label="Pages">
{{#previous}}<a href="{{previous}}">Previous page</a>{{/previous}}
{{#next}}<a href="{{next}}">Next page</a>{{/next}}
</nav>
{{/answer}}
</main>
<footer>
<p>{{services}} services, data as of {{as_of}}.</p>
{{#sources}}<p>{{text}}</p>{{/sources}}
</footer>
</body>
</html>
)";

}  // namespace waypost::server
