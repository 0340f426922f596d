#include "server/web/search_template.h"

namespace waypost::server {

const std::string_view kSearchTemplate = R"html(<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{{title}}</title>
<style>
:root { --ink: #1b1f24; --soft: #505a5f; --line: #b1b4b6; --brand: #0b5351; --focus: #ffdd00;
  --wrong: #b10e1e; }
* { box-sizing: border-box; }
body { margin: 0; font: 1.125rem/1.45 system-ui, "Segoe UI", Arial, sans-serif; color: var(--ink);
  background: #fff; overflow-wrap: break-word; }
header { background: var(--brand); }
header a { display: inline-block; color: #fff; font-weight: 700; font-size: 1.375rem;
  text-decoration: none; padding: .75rem 0; }
header > div, main, footer > div { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
main { padding-top: 1rem; padding-bottom: 2rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: block; padding: .5rem 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .5rem 0 1rem; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 2rem 0 .5rem; }
h3 { font-size: 1.1875rem; line-height: 1.3; margin: 0 0 .25rem; }
label { display: block; font-weight: 700; margin-bottom: .25rem; }
input, select { font: inherit; height: 2.75rem; padding: .25rem .5rem; border: 2px solid var(--ink);
  width: 100%; background: #fff; color: inherit; border-radius: 0; }
.fields { display: grid; gap: 1rem; grid-template-columns: 1fr; }
@media (min-width: 40rem) {
  .fields:not(.with-error) { grid-template-columns: 3fr 2fr 1.25fr; }
}
button { font: inherit; font-weight: 700; margin-top: 1rem; padding: .5rem 1.5rem;
  min-height: 2.75rem; border: 2px solid transparent; background: var(--brand); color: #fff;
  cursor: pointer; }
button:hover { background: #083d3b; }
a { color: var(--brand); text-underline-offset: .15em; }
header a:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 0;
  box-shadow: 0 0 0 5px var(--ink); }
.problem { border: 4px solid var(--wrong); padding: .75rem 1rem; margin: 0 0 1rem; }
.problem h2, .problem p { margin: 0 0 .25rem; }
.problem a, .wrong { color: var(--wrong); font-weight: 700; }
.wrong { margin: 0 0 .25rem; }
[aria-invalid] { border-color: var(--wrong); }
.results { list-style: none; margin: 0; padding: 0; }
.results li { border-top: 1px solid var(--line); padding: 1rem 0; }
.results p, dl { margin: .25rem 0; }
dl div { display: grid; grid-template-columns: 6rem 1fr; column-gap: .5rem; }
dt { font-weight: 700; }
dd { margin: 0; min-width: 0; }
.soft { color: var(--soft); }
.pages { display: flex; gap: 1.5rem; padding: 1rem 0; border-top: 1px solid var(--line); }
.pages a { padding: .5rem 0; }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .9375rem;
  padding: 1rem 0 2rem; }
footer ul { margin: .25rem 0; padding-left: 1.25rem; }
@media print {
  header, form, .pages, .skip { display: none; }
  body { font-size: 11pt; }
  .results li { break-inside: avoid; }
  .results h3 a { color: inherit; }
  .results h3 a[href]::after { content: " (" attr(href) ")"; font-weight: 400; font-size: 9pt; }
}
</style>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><div><a href="/">Waypost</a></div></header>
<main id="main">
{{#error}}
<div class="problem" role="alert">
<h2>There is a problem</h2>
<p>{{#field}}<a href="#{{field}}">{{message}}</a>{{/field}}{{^field}}{{message}}{{/field}}</p>
</div>
{{/error}}
<h1>Find help near you</h1>
<form method="get" action="/" role="search">
<div class="fields{{#error}} with-error{{/error}}">
<div><label for="q">What do you need help with?</label>
{{#q_error}}<p class="wrong" id="q-error">{{q_error}}</p>{{/q_error}}
<input id="q" name="q" type="search" value="{{q}}" maxlength="500" autocomplete="off"
{{#q_error}} aria-invalid="true" aria-describedby="q-error"{{/q_error}}></div>
<div><label for="near">Postcode or place</label>
{{#near_error}}<p class="wrong" id="near-error">{{near_error}}</p>{{/near_error}}
<input id="near" name="near" value="{{near}}" maxlength="100" autocomplete="postal-code"
{{#near_error}} aria-invalid="true" aria-describedby="near-error"{{/near_error}}></div>
<div><label for="within">Distance</label>
{{#within_error}}<p class="wrong" id="within-error">{{within_error}}</p>{{/within_error}}
<select id="within" name="within"
{{#within_error}} aria-invalid="true" aria-describedby="within-error"{{/within_error}}>
{{#distances}}<option value="{{value}}"{{#chosen}} selected{{/chosen}}>{{label}}</option>
{{/distances}}</select></div>
</div>
<button>Search</button>
</form>
{{#answer}}
<section aria-labelledby="results">
<h2 id="results">{{summary}}</h2>
{{#correction}}<p>{{correction}}</p>{{/correction}}
{{#notice}}<p>{{notice}}</p>{{/notice}}
{{#reservation}}<p>{{reservation}}</p>{{/reservation}}
<ol class="results" start="{{start}}">
{{#items}}
<li>
<h3>{{#link}}<a href="{{link}}" rel="noreferrer">{{name}}</a>{{/link}}{{^link}}{{name}}{{/link}}</h3>
{{#organisation}}<p class="soft">{{organisation}}</p>{{/organisation}}
{{#description}}<p>{{description}}</p>{{/description}}
<dl>
{{#where}}<div><dt>Where</dt><dd>{{where}}</dd></div>{{/where}}
{{#distance}}<div><dt>Distance</dt><dd>{{distance}}</dd></div>{{/distance}}
{{#sessions}}<div><dt>When</dt><dd>{{sessions}}</dd></div>{{/sessions}}
{{#cost}}<div><dt>Cost</dt><dd>{{cost}}</dd></div>{{/cost}}
{{#phone}}<div><dt>Phone</dt><dd>{{#dial}}<a href="tel:{{dial}}">{{phone}}</a>{{/dial}}
{{^dial}}{{phone}}{{/dial}}</dd></div>{{/phone}}
</dl>
{{#doubt}}<p>{{doubt}}</p>{{/doubt}}
<p class="soft">{{checked}}</p>
</li>
{{/items}}
</ol>
{{^items}}<p>Nothing matches all of that. Try fewer or other words, or a greater distance.</p>{{/items}}
{{#has_pages}}
<nav class="pages" aria-label="Pages of results">
{{#previous}}<a href="{{previous}}" rel="prev">Previous page</a>{{/previous}}
{{#next}}<a href="{{next}}" rel="next">Next page</a>{{/next}}
</nav>
{{/has_pages}}
</section>
{{/answer}}
</main>
<footer><div>
<p>{{services}}, as known on {{as_of}}. Sources:</p>
<ul>
{{#sources}}<li>{{text}}</li>
{{/sources}}</ul>
</div></footer>
</body>
</html>
)html";

}  // namespace waypost::server
