#include "server/web/docs_template.h"

namespace waypost::server {

// `said` is a text in pieces, of which some are code.
const std::string_view kDocsTemplate = R"html(<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Addresses of {{title}}</title>
<style>
:root { --ink: #1b1f24; --soft: #505a5f; --line: #b1b4b6; --brand: #0b5351; --focus: #ffdd00;
  --pale: #f1f5f4; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; font: 1.0625rem/1.45 system-ui, "Segoe UI", Arial, sans-serif; color: var(--ink);
  background: #fff; overflow-wrap: anywhere; }
header { background: var(--brand); }
header a { display: inline-block; color: #fff; font-weight: 700; font-size: 1.375rem;
  text-decoration: none; padding: .75rem 0; }
header > div, main { max-width: 58rem; margin: 0 auto; padding: 0 1rem; }
main { padding-top: 1rem; padding-bottom: 3rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: block; padding: .5rem 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .5rem 0 1rem; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 3rem 0 .25rem; }
h3 { font-size: 1.125rem; line-height: 1.35; margin: 0 0 .25rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .25rem 0 .75rem; max-width: 46rem; }
a { color: var(--brand); text-underline-offset: .15em; }
header a:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--focus); box-shadow: 0 0 0 5px var(--ink); }
code { font: .9375em/1.4 ui-monospace, Menlo, Consolas, monospace; background: var(--pale);
  padding: .05em .25em; }
nav ul { list-style: none; margin: .25rem 0 1rem; padding: 0; columns: 20rem; }
nav li { padding: .15rem 0; break-inside: avoid; }
nav h2 { font-size: 1.0625rem; margin: 1rem 0 0; }
.block { border-top: 1px solid var(--line); padding: 1.25rem 0 1rem; }
.method { color: #fff; background: var(--brand); font-size: .8125rem; font-weight: 700;
  padding: .1rem .4rem; margin-right: .35rem; vertical-align: .1em; }
summary { cursor: pointer; font-weight: 700; padding: .35rem 0; }
table { border-collapse: collapse; width: 100%; margin: .25rem 0 1rem; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
  border-bottom: 1px solid var(--line); }
th[scope=row] { width: 13rem; }
.what { width: 13rem; }
.soft { color: var(--soft); font-weight: 400; }
@media (max-width: 40rem) {
  thead { position: absolute; left: -999rem; }
  table, tbody, tr, th, td { display: block; width: auto; }
  tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
  th[scope=row], .what { width: auto; }
  th, td { border: 0; padding: .1rem 0; }
}
</style>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><div><a href="/">{{title}}</a></div></header>
<main id="main">
<h1>Addresses of this server</h1>
{{#paragraphs}}<p>{{#said}}{{#code}}<code>{{text}}</code>{{/code}}{{^code}}{{text}}{{/code}}{{/said}}</p>
{{/paragraphs}}<p>For programs: <a href="/openapi.json">openapi.json</a>.</p>
<nav aria-label="Addresses">
{{#tags}}<h2>{{name}}</h2>
<ul>
{{#operations}}<li><a href="#{{id}}">{{path}}</a></li>
{{/operations}}</ul>
{{/tags}}</nav>
{{#tags}}
<h2>{{name}}</h2>
<p>{{about}}</p>
{{#operations}}
<section class="block" id="{{id}}">
<h3><span class="method">GET</span><code>{{path}}</code></h3>
<p><strong>{{summary}}.</strong>
{{#said}}{{#code}}<code>{{text}}</code>{{/code}}{{^code}}{{text}}{{/code}}{{/said}}</p>
{{#has_example}}<p>Example: <a href="{{href}}">{{href}}</a></p>{{/has_example}}
{{#has_parameters}}<details{{#is_short}} open{{/is_short}}>
<summary>Parameters ({{count}})</summary>
<table>
<thead><tr><th scope="col">Name</th><th scope="col">Value</th><th scope="col">Meaning</th></tr></thead>
<tbody>
{{#parameters}}<tr><th scope="row"><code>{{name}}</code>{{#is_required}} <span
class="soft">required</span>{{/is_required}}</th><td class="what">{{words}}
{{#has_schema}} <a href="#schema-{{schema}}">{{schema}}</a>{{/has_schema}}</td>
<td>{{#said}}{{#code}}<code>{{text}}</code>{{/code}}{{^code}}{{text}}{{/code}}{{/said}}
<span class="soft">For example</span> <code>{{example}}</code></td></tr>
{{/parameters}}</tbody>
</table>
</details>{{/has_parameters}}
<h4>Answers</h4>
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Form</th><th scope="col">Meaning</th></tr></thead>
<tbody>
{{#responses}}<tr><th scope="row">{{status}}</th><td class="what">{{#contents}}{{media_type}}
{{#has_schema}} <a href="#schema-{{schema}}">{{schema}}</a>{{/has_schema}} {{/contents}}</td>
<td>{{#said}}{{#code}}<code>{{text}}</code>{{/code}}{{^code}}{{text}}{{/code}}{{/said}}</td></tr>
{{/responses}}</tbody>
</table>
</section>
{{/operations}}
{{/tags}}
<h2>Forms of answers</h2>
<p>A member without the word “required” is absent where nothing is stated.</p>
{{#schemas}}
<section class="block" id="schema-{{name}}">
<h3>{{name}}</h3>
<p>{{#said}}{{#code}}<code>{{text}}</code>{{/code}}{{^code}}{{text}}{{/code}}{{/said}}
{{#has_words}}<span class="soft">{{words}}</span>{{/has_words}}
{{#has_schema}}<a href="#schema-{{schema}}">{{schema}}</a>{{/has_schema}}
{{#includes}} With all of <a href="#schema-{{.}}">{{.}}</a>.{{/includes}}</p>
{{#has_members}}<table>
<thead><tr><th scope="col">Member</th><th scope="col">Value</th><th scope="col">Meaning</th></tr></thead>
<tbody>
{{#members}}<tr><th scope="row"><code>{{name}}</code>{{#is_required}} <span
class="soft">required</span>{{/is_required}}</th><td class="what">{{words}}
{{#has_schema}} <a href="#schema-{{schema}}">{{schema}}</a>{{/has_schema}}</td>
<td>{{#said}}{{#code}}<code>{{text}}</code>{{/code}}{{^code}}{{text}}{{/code}}{{/said}}</td></tr>
{{/members}}</tbody>
</table>{{/has_members}}
</section>
{{/schemas}}
</main>
</body>
</html>
)html";

}  // namespace waypost::server
