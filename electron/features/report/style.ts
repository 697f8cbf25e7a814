/** Everything that dresses the report: no font, picture or sheet from elsewhere; it reads the same without colour. */
export const STYLE = `
:root { color-scheme: light; font: 16px/1.5 'Segoe UI', 'Noto Sans', Arial, sans-serif; color: #1a1d21; background: #fff }
body { max-width: 54rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; overflow-wrap: anywhere }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0 0 .5rem; break-after: avoid }
h1 { font-size: 1.9rem } h2 { font-size: 1.4rem; margin-top: 2.75rem; padding-bottom: .3rem; border-bottom: 2px solid #1d3f72 }
h3 { font-size: 1.15rem; margin-top: 2rem; color: #1d3f72 } h4 { font-size: 1rem; margin-top: 1.75rem } h5 { font-size: 1rem; margin-top: 1rem }
p, ul, ol, dl { margin: .4rem 0 .8rem; max-width: 44rem }
.concept { max-width: none; margin: 0 0 1.5rem; padding: .6rem .9rem; border: 2px solid #1a1d21; font-weight: 700 }
.notice { max-width: none; padding: .6rem .9rem; border: 1px solid #1a1d21; border-left-width: 6px }
.lead { font-size: 1.15rem } .block p { max-width: none }
.front { margin: 0 0 2rem } .front p { max-width: none; margin: .3rem 0 } .logo { margin: 0 0 1.5rem } .subtitle { font-size: 1.25rem } .motto { font-style: italic; margin-top: 1.5rem }
.contents-title { font-size: 1.15rem; font-weight: 700 } .contents ol { list-style: none; padding-left: 0 } .contents li { margin: .15rem 0 }
figure { margin: 1rem 0 1.2rem; break-inside: avoid } img { max-width: 100%; height: auto } figcaption { font-style: italic; color: #454c56; font-size: .9375rem }
.aim, .small { color: #454c56 } .small { font-size: .875rem }
.facts { display: grid; grid-template-columns: minmax(9rem, 13rem) 1fr; gap: .3rem 1rem }
.facts.ad { grid-template-columns: 6rem 1fr }
.facts dt { color: #454c56 } .facts dd { margin: 0 } .facts ul { margin: 0; padding-left: 1.1rem }
code { font: .75rem/1.6 ui-monospace, 'DejaVu Sans Mono', Consolas, monospace }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; font-size: .9375rem }
th, td { text-align: left; vertical-align: top; overflow-wrap: break-word; padding: .45rem .6rem; border-bottom: 1px solid #b9c0c9 }
thead th { border-bottom: 2px solid #1a1d21; vertical-align: bottom } tbody th { font-weight: 400 }
thead { display: table-header-group } tfoot { display: table-row-group } tr { break-inside: avoid }
.number { width: 3.6rem; white-space: nowrap; overflow-wrap: normal } .round { width: 10.5rem }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid #1a1d21; border-bottom: 0 }
.mark { display: inline-block; min-width: 1.35em; padding: 0 .2em; box-sizing: border-box; text-align: center; font-weight: 700; line-height: 1.35;
  border: 1.5px solid #1a1d21; white-space: nowrap; margin-right: .15em }
.met { background: #1a1d21; color: #fff; print-color-adjust: exact } .circle { border-radius: 1em } .hexagon { border-radius: .6em .2em }
.diamond { border-style: double; border-width: 3px } .triangle { border-bottom-width: 4px } .bar { border-style: dashed } .letter { border-radius: .25em }
.tag { font-size: .8125rem; color: #454c56 } .tag::before { content: '· ' }
.state { font-weight: 700 } .none { color: #454c56; font-style: italic }
.answer { display: block; padding-left: .7rem; border-left: 3px double #1a1d21; margin: .2rem 0 } .differing { display: block }
.prose { white-space: pre-wrap }
.unseen { border: 1px dotted #1a1d21; font: .8em ui-monospace, 'DejaVu Sans Mono', monospace; padding: 0 .15em; unicode-bidi: isolate }
.own { font-weight: 700 } .aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.rule ul { list-style: none; padding-left: 1.2rem; border-left: 2px solid #b9c0c9; margin: .3rem 0 } .rule li { margin: .25rem 0 }
a { color: #1d3f72 } sup { line-height: 0 }
@page { size: A4; margin: 20mm 18mm }
@media print { .contents { break-before: page; break-after: page } .annex { break-before: page } h1:has(+ .front) { margin-top: 45mm; font-size: 26pt } .contents + section h2, .annex > h2:first-child { margin-top: 0 } :root { font-size: 10.5pt } table:not(:has(tr:nth-child(8))) { break-inside: avoid } p:has(+ table) { break-after: avoid } h3 + .facts { break-inside: avoid } h3 + .facts:has(+ table, + .small) { break-after: avoid } .round { width: 9.2rem } body { max-width: none; padding: 0 } h2 { margin-top: 1.6rem } .facts.ad { grid-template-columns: 16mm 1fr } a { color: inherit } }
@media (max-width: 40rem) {
  body { padding: 1rem .75rem } .facts, .facts.ad { display: block } .facts dd { margin-bottom: .5rem }
  table { font-size: .75rem } th, td { padding: .35rem .2rem } td, .round { overflow-wrap: anywhere } .number { width: 2.4rem } .round { width: 5.6rem } code { font-size: .6875rem } 
}
`
