/// Style sheets, which go into the report as they are.
struct Style {
    var text: String
}

/// How a report looks: on a phone, on a desk and on paper, in the light and in the dark.
///
/// Blue and orange say which way, a pair that colour-blind readers tell apart; marks and words say it as well. All
/// texts stand out from their ground by 4.5 to 1 or more.
enum Stylesheet {
    static let text = colours + page + tables + targets + print

    private static let colours = """
        :root { color-scheme: light dark; --ground: #fff; --surface: #f5f7f9; --text: #1b1f24; --faint: #57606a;
          --line: #d5dbe1; --good: #0b57a4; --good-ground: #e8f1fb; --poor: #a33f00; --poor-ground: #fdf0e6;
          --neutral: #454f59; --neutral-ground: #eceff2; --link: #0b57a4; }
        @media (prefers-color-scheme: dark) { :root { --ground: #12161b; --surface: #1a2027; --text: #e6eaef;
          --faint: #a6b0bb; --line: #323b45; --good: #8abbff; --good-ground: #16293f; --poor: #ffb27a;
          --poor-ground: #3a2414; --neutral: #c3cbd4; --neutral-ground: #262e37; --link: #8abbff; } }

        """

    private static let page = """
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 50rem; background: var(--ground); color: var(--text);
          font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial,
          "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
          overflow-wrap: break-word; font-variant-numeric: tabular-nums; }
        h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; }
        h1 { font-size: clamp(1.6rem, 1.3rem + 1.6vw, 2.25rem); margin: 0 0 .25rem; letter-spacing: -.01em; }
        h2 { font-size: 1.4rem; margin: 3rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--text); }
        .part-title { font-size: 1.7rem; }
        h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        .part-title ~ section > h3 { font-size: 1.35rem; padding-top: .5rem; border-top: 1px solid var(--line); }
        h4 { font-size: 1rem; margin: 1.5rem 0 .35rem; }
        h5 { font-size: .95rem; margin: 1.25rem 0 .25rem; }
        p { margin: .5rem 0; max-width: 42rem; }
        ul { margin: .5rem 0; padding-left: 1.25rem; }
        li { margin: .3rem 0; max-width: 42rem; }
        li.poor::marker { content: "▼ "; color: var(--poor); font-size: .75em; }
        a { color: var(--link); text-underline-offset: .15em; }
        a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        main:focus { outline: none; }
        small { font-size: .82em; }
        .other { margin: 0; font-size: 1.05rem; color: var(--faint); }
        .faint, footer { color: var(--faint); font-size: .9rem; }
        .strong { font-weight: 600; }
        p.strong { font-size: 1.08rem; }
        p.good, li.good { color: var(--good); }
        p.poor, li.poor { color: var(--poor); }
        .skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--ground); z-index: 1; }
        .skip:focus { top: .5rem; }
        .contents h2 { font-size: 1rem; margin: 1.5rem 0 .25rem; padding: 0; border: 0; }
        .contents ul { list-style: none; padding: 0; margin: 0; columns: 15rem 2; column-gap: 2rem; }
        .contents ul ul { columns: auto; padding-left: 1rem; font-size: .93em; }
        .contents li { margin: 0; padding: .2rem 0; break-inside: avoid; }
        figure { margin: 1rem 0; }
        figure svg { display: block; width: 100%; height: auto; }
        .narrow { display: none; }
        @media screen and (max-width: 40rem) {
          .wide { display: none; }
          .narrow { display: block; }
          .card figure { margin-inline: -.75rem; }
        }
        @media print, (min-width: 40rem) {
          figure.small { display: inline-block; width: calc(50% - .5rem); margin: .5rem 0; vertical-align: top; }
        }
        pre { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem;
          overflow-x: auto; font-size: .85rem; }
        footer { margin-top: 3rem; border-top: 1px solid var(--line); }
        @media screen and (prefers-color-scheme: dark) { figure svg { filter: invert(.92) hue-rotate(180deg) brightness(1.3); }
          figure svg > rect:first-of-type { fill: none; } }
        @media screen and (min-width: 72rem) {
          body { display: grid; grid-template-columns: 13rem minmax(0, 50rem); column-gap: 3.5rem; max-width: 68.5rem; }
          .masthead, main, footer { grid-column: 2; }
          .contents { grid-column: 1; grid-row: 1 / span 3; position: sticky; top: 1.5rem; align-self: start;
            max-height: calc(100vh - 3rem); overflow-y: auto; font-size: .9rem; padding-right: .5rem; }
          .contents h2 { margin-top: .5rem; }
          .contents ul { columns: auto; }
          .contents a:not(:hover) { text-decoration: none; }
          .contents ul ul { padding-left: .75rem; border-left: 1px solid var(--line); margin: .15rem 0 .5rem; }
        }

        """

    private static let tables = """
        .scroll { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; }
        caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
        th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
        th:first-child, td:first-child { padding-left: 0; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { border-bottom: 1.5px solid var(--text); vertical-align: bottom; font-size: .93em; white-space: pre-line; }
        tbody th { font-weight: 400; }
        tr.heading th { font-weight: 600; padding-top: .9rem; }
        .number { text-align: right; }
        td.number { white-space: nowrap; }
        td small, th small { display: block; color: var(--faint); }
        td.good { color: var(--good); font-weight: 600; }
        td.poor { color: var(--poor); font-weight: 600; }
        td.doubtful { text-decoration: underline dotted; text-underline-offset: .2em; }
        td.strong, th.strong { font-weight: 600; }
        th:first-child small { font-weight: 400; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap; }
        th small { overflow-wrap: anywhere; }
        @media screen and (max-width: 40rem) {
          .scroll { overflow-x: visible; }
          table, thead, tbody, caption { display: block; }
          tr { display: flex; flex-wrap: wrap; column-gap: .75rem; padding: .35rem 0;
            border-bottom: 1px solid var(--line); }
          thead tr { border-bottom: 1.5px solid var(--text); }
          thead th, th, td { border: 0; padding: .05rem 0; flex: 1 1 0; min-width: 0; }
          tr > th:first-child { flex: 0 0 100%; }
          thead th { align-self: flex-end; font-size: .85em; }
          th:first-child + th:not(.number), th:first-child + td:not(.number) { flex-grow: 4; }
          td { overflow-wrap: anywhere; }
          td.number { white-space: normal; overflow-wrap: normal; }
          /* Columns as wide as what they hold; equal ones, above, where a browser has no subgrid. */
          @supports (grid-template-columns: subgrid) {
            .scroll { overflow-x: auto; }
            table { display: grid; column-gap: .5rem; }
            table:has(thead th:nth-child(3)) { grid-template-columns: repeat(2, auto); }
            table:has(thead th:nth-child(4)) { grid-template-columns: repeat(3, auto); }
            table:has(thead th:nth-child(5)) { grid-template-columns: repeat(4, auto); }
            table:has(thead th:nth-child(6)) { grid-template-columns: repeat(5, auto); }
            table:has(thead th:nth-child(7)) { grid-template-columns: repeat(6, auto); }
            table:has(thead th:nth-child(8)) { grid-template-columns: repeat(7, auto); }
            caption, tr > th:first-child { grid-column: 1 / -1; }
            thead, tbody, tr { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; column-gap: .5rem; }
            table { font-size: .86rem; }
            td.number { word-break: keep-all; min-width: auto; }
            td.number small { white-space: nowrap; }
            td + td:last-child:not(.number) { word-break: keep-all; overflow-wrap: break-word; min-width: auto; }
          }
        }
        @media print, (min-width: 40rem) { thead th { word-break: keep-all; } }

        """

    private static let targets = """
        .overview { list-style: none; padding: 0; margin: 1rem 0; border-top: 1px solid var(--line); }
        .overview li { display: grid; grid-template-columns: 1fr auto; gap: .15rem 1rem; max-width: none; margin: 0;
          padding: .6rem 0; border-bottom: 1px solid var(--line); }
        .overview .what { grid-column: 1 / -1; }
        .overview .scale { grid-column: 1 / -1; }
        .goal { color: var(--faint); white-space: normal; }
        .overview .goal { display: block; font-size: .9rem; }
        .odds { font-weight: 600; }
        .odds small { font-weight: 400; color: var(--faint); }
        .word { font-weight: 600; }
        .mark { font-size: .8em; letter-spacing: -.1em; margin-right: .15em; }
        .good .word { color: var(--good); }
        .poor .word { color: var(--poor); }
        .neutral .word { color: var(--neutral); }
        .scale { display: block; align-self: center; height: .6rem; border-radius: 2px; overflow: hidden;
          background: linear-gradient(to right, transparent 9.8%, var(--faint) 9.8% 10.2%, transparent 10.2% 32.8%,
            var(--faint) 32.8% 33.2%, transparent 33.2% 65.8%, var(--faint) 65.8% 66.2%, transparent 66.2% 89.8%,
            var(--faint) 89.8% 90.2%, transparent 90.2%), var(--neutral-ground); }
        .scale span { display: block; height: 100%; min-width: 2px; background: var(--neutral); }
        .good .scale span { background: var(--good); }
        .poor .scale span { background: var(--poor); }
        .card { border: 1px solid var(--line); border-radius: 10px; padding: 0 1rem .75rem; margin: 1.5rem 0;
          overflow: hidden; }
        .card .head { margin: 0 -1rem; padding: .9rem 1rem; background: var(--neutral-ground); }
        .card .head.good { background: var(--good-ground); }
        .card .head.poor { background: var(--poor-ground); }
        .card .head > :first-child { margin: 0; padding: 0; border: 0; font-size: 1.2rem; }
        .card .head .goal { margin: .1rem 0 .5rem; color: var(--text); }
        .card .head .faint { color: var(--text); font-weight: 400; }
        .card .head .odds small { color: var(--text); }
        .result { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .6rem; margin: 0; max-width: none; }
        .result .scale { flex: 1 1 8rem; order: 3; background-color: var(--ground); }
        .result .odds, .result .word { font-size: 1.15rem; }
        .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .75rem 1rem;
          margin: 1rem 0; }
        .facts dt { font-size: .82rem; color: var(--faint); line-height: 1.3; }
        .facts dd { margin: 0; font-weight: 600; }
        .facts small { display: block; font-weight: 400; color: var(--faint); }
        .columns { display: flex; align-items: flex-end; gap: 3px; height: 7.5rem; margin: .75rem 0; max-width: 34rem; }
        .column { flex: 1 1 0; min-width: 0; max-width: 3.5rem; height: 100%; display: flex; flex-direction: column; justify-content: flex-end;
          text-align: center; font-size: .68rem; line-height: 1.3; color: var(--faint); }
        .column .bar { display: block; flex: 0 1 auto; background: var(--neutral); border-radius: 2px 2px 0 0; }
        .column.met .bar { background: var(--good); }
        .column.met .label { font-weight: 700; color: var(--text); }
        .column .value { white-space: nowrap; }
        .column .label { border-top: 1px solid var(--text); padding-top: 1px; }
        @media (max-width: 40rem) {
          .facts { grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr)); }
          .columns { gap: 1px; }
          .column { font-size: .55rem; }
        }
        @media (min-width: 40rem) {
          .overview li { grid-template-columns: minmax(0, 1fr) 9rem 7.5rem 7.5rem; align-items: center; }
          .overview .what, .overview .scale { grid-column: auto; }
          .overview .odds { text-align: right; }
        }

        """

    private static let print = """
        @page { size: A4; margin: 18mm 16mm;
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #444; } }
        @media print {
          :root { color-scheme: light; --ground: #fff; --surface: #f5f7f9; --text: #000; --faint: #444; --line: #bbb;
            --good: #0b57a4; --good-ground: #e8f1fb; --poor: #a33f00; --poor-ground: #fdf0e6; --neutral: #454f59;
            --neutral-ground: #eceff2; --link: #000; }
          html { font-size: 10pt; }
          body { max-width: none; padding: 0; print-color-adjust: exact;
            -webkit-print-color-adjust: exact; }
          nav, .skip { display: none; }
          /* Charts side by side are lines of their section: two such lines would not be parted. */
          main { orphans: 1; widows: 1; }
          tbody tr:nth-child(-n+2) { break-after: avoid; }
          h1, h2, h3, h4, h5, caption, thead, .head { break-after: avoid; }
          h2 { margin-top: 2rem; }
          .part + .part { break-before: page; }
          .card { border: 0; padding: 0; }
          .card .head { margin: 0; }
          .facts { break-after: avoid; }
          .card figure:not(.small) svg { max-height: 100mm; }
          th, td { padding-top: .2rem; padding-bottom: .2rem; }
          footer { break-before: avoid; margin-top: 1rem; }
          figure svg { max-height: 228mm; }
          figure.small svg { max-height: 118mm; }
          figure, tr, .columns, .facts > div, .overview li, .head { break-inside: avoid; }
          p, li { max-width: none; orphans: 3; widows: 3; }
          .scroll, .card, pre { overflow: visible; }
          table { font-size: 8.5pt; }
          pre { white-space: pre-wrap; overflow-wrap: anywhere; }
          a { text-decoration: none; }
          [tabindex] { outline: none; }
        }
        td, th { overflow-wrap: break-word; }
        """
}
