extension Templates {
    static let pageText = """
        <!DOCTYPE html>
        <html lang="{{report.language}}">
        <head>
        <meta charset="utf-8">
        <meta name="generator" content="{{report.generator}}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{{report.title}}</title>
        <style>
        {{{style}}}
        </style>
        </head>
        {{#report}}
        <body>
        <a class="skip" href="#main">{{skip}}</a>
        <header class="masthead">
        <h1>{{title}}</h1>
        {{#.otherTitle}}
        <p class="other" lang="{{language}}">{{text}}</p>
        {{/.otherTitle}}
        <p class="faint">{{subtitle}}</p>
        </header>
        <nav class="contents" aria-labelledby="contents">
        <h2 id="contents">{{contentsTitle}}</h2>
        {{> contents}}
        </nav>
        <main id="main" tabindex="-1">
        {{#parts}}
        <div class="part">
        {{#.title}}
        <h2 class="part-title" id="{{id}}">{{title}}</h2>
        {{/.title}}
        {{#.subtitle}}
        <p class="faint">{{subtitle}}</p>
        {{/.subtitle}}
        {{#sections}}
        {{> section}}
        {{/sections}}
        </div>
        {{/parts}}
        </main>
        <footer><p>{{footer}}</p></footer>
        </body>
        {{/report}}
        </html>

        """

    static let contentsText = """
        <ul>
        {{#contents}}
        <li><a href="#{{anchor}}">{{text}}</a>{{#.isGroup}}<ul>{{/.isGroup}}
        {{#.entries}}
        <li><a href="#{{anchor}}">{{text}}</a></li>
        {{/.entries}}
        {{#.isGroup}}</ul>{{/.isGroup}}</li>
        {{/contents}}
        </ul>

        """

    /// Without a name: one would make each a landmark, and those of two scenarios have the same.
    static let sectionText = """
        <section>
        <h{{level}} id="{{id}}">{{title}}</h{{level}}>
        {{#blocks}}
        {{> block}}
        {{/blocks}}
        </section>

        """

    /// One of the kinds of block; the others are nothing here.
    static let blockText = """
        {{#.heading}}
        <h{{level}}>{{text}}</h{{level}}>
        {{/.heading}}
        {{#.paragraph}}
        <p class="{{tone}}">{{> pieces}}</p>
        {{/.paragraph}}
        {{#.list}}
        <ul>
        {{#items}}
        <li class="{{tone}}">{{> pieces}}</li>
        {{/items}}
        </ul>
        {{/.list}}
        {{#.table}}
        {{> table}}
        {{/.table}}
        {{#.figure}}
        <figure{{#.isSmall}} class="small"{{/.isSmall}}>
        {{#.wide}}
        <div class="wide">{{{wide}}}</div>
        <div class="narrow">{{{narrow}}}</div>
        {{/.wide}}
        {{^.wide}}
        {{{narrow}}}
        {{/.wide}}
        </figure>
        {{/.figure}}
        {{#.overview}}
        {{> overview}}
        {{/.overview}}
        {{#.card}}
        {{> card}}
        {{/.card}}
        {{#.columns}}
        {{> columns}}
        {{/.columns}}
        {{#.code}}
        <pre tabindex="0"><code>{{.}}</code></pre>
        {{/.code}}

        """

    /// Addresses have been found to be of web pages before they come here.
    static let piecesText =
        "{{#.pieces}}{{#.link}}<a href=\"{{link}}\" rel=\"noopener noreferrer\">{{text}}</a>{{/.link}}"
        + "{{^.link}}{{text}}{{/.link}}{{/.pieces}}"
}
