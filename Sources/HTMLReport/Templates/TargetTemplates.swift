extension Templates {
    static let overviewText = """
        <ul class="overview">
        {{#verdicts}}
        <li class="{{tone}}"><span class="what"><a href="#{{anchor}}">{{name}}</a> <span class="goal">{{goal}}</span></span>
        {{> odds}}
        </li>
        {{/verdicts}}
        </ul>

        """

    static let oddsText = """
        <span class="scale" aria-hidden="true"><span style="width:{{place}}%"></span></span>
        <span class="odds">{{odds}}{{#.error}} <small>{{error}}</small>{{/.error}}</span>
        <span class="word"><span class="mark" aria-hidden="true">{{mark}}</span> {{word}}</span>

        """

    static let cardText = """
        <article class="card" aria-labelledby="{{verdict.anchor}}">
        {{#verdict}}
        <div class="head {{tone}}">
        <h{{level}} id="{{anchor}}">{{name}}</h{{level}}>
        <p class="goal">{{goal}}</p>
        <p class="result"><span class="faint">{{oddsTitle}}</span>
        {{> odds}}
        </p>
        </div>
        {{/verdict}}
        <dl class="facts">
        {{#facts}}
        <div><dt>{{term}}</dt><dd>{{value}}{{#.note}} <small>{{note}}</small>{{/.note}}</dd></div>
        {{/facts}}
        </dl>
        {{#blocks}}
        {{> block}}
        {{/blocks}}
        </article>

        """

    static let columnsText = """
        <div class="columns" aria-hidden="true">
        {{#columns}}
        <span class="column{{#.isMet}} met{{/.isMet}}"><span class="value">{{value}}</span>\
        <span class="bar" style="height:{{height}}%"></span><span class="label">{{label}}</span></span>
        {{/columns}}
        </div>
        <p class="faint">{{text}}</p>

        """
}
