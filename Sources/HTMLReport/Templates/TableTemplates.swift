extension Templates {
    /// What is wider than the page scrolls by itself, also by keyboard.
    static let tableText = """
        <div class="scroll" role="group" aria-label="{{caption}}" tabindex="0">
        <table>
        <caption{{#.isCaptionHidden}} class="unseen"{{/.isCaptionHidden}}>{{caption}}</caption>
        <thead>
        <tr>
        {{#columns}}
        <th scope="col"{{#.isNumber}} class="number"{{/.isNumber}}>{{title}}</th>
        {{/columns}}
        </tr>
        </thead>
        <tbody>
        {{#rows}}
        {{> row}}
        {{/rows}}
        </tbody>
        </table>
        </div>

        """

    static let rowText =
        "<tr{{#.isHeading}} class=\"heading\"{{/.isHeading}}>"
        + "{{#head}}<th {{#isHeading}}scope=\"rowgroup\" colspan=\"{{span}}\"{{/isHeading}}"
        + "{{^isHeading}}scope=\"row\"{{/isHeading}} class=\"{{tone}}\">\(cell)</th>{{/head}}"
        + "{{#cells}}<td class=\"{{tone}}{{#.isNumber}} number{{/.isNumber}}\">\(cell)</td>{{/cells}}</tr>\n"

    /// The first line leads where the cell has an anchor; further lines stand below it, smaller.
    private static let cell =
        "{{#.anchor}}<a href=\"#{{anchor}}\">{{/.anchor}}{{> pieces}}{{#.anchor}}</a>{{/.anchor}}"
        + "{{#.further}} <small>{{> pieces}}</small>{{/.further}}"
}
