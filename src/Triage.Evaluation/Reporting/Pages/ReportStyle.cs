namespace Triage.Evaluation.Reporting.Pages;

/// <summary>The page's style sheet. It holds no character that XML escapes: HTML would not read it back.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --text: #1c2024; --back: #ffffff; --soft: #f1f3f5; --rule: #d0d5da; --accent: #0b5fa5; --second: #a3470b; --good: #2b8a3e; --bad: #c92a2a; }
        @media (prefers-color-scheme: dark) { :root { --text: #e6e9ec; --back: #14171a; --soft: #1f2429; --rule: #3a424a; --accent: #6cb6f5; --second: #f0a36b; --good: #51cf66; --bad: #ff6b6b; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
        h1 { margin: 0; font-size: 1.8rem; } h2 { margin: 2.5rem 0 .5rem; font-size: 1.3rem; border-bottom: 2px solid var(--accent); }
        nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; } a { color: var(--accent); }
        .scroll { overflow-x: auto; margin: 1rem 0; } table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding: .25rem 0; } th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--rule); text-align: right; vertical-align: bottom; }
        th:first-child, td:first-child { text-align: left; } tbody th { font-weight: 400; } thead th { background: var(--soft); }
        .confusion th, .confusion td { padding: .15rem .35rem; } .confusion thead span { writing-mode: vertical-rl; transform: rotate(180deg); }
        .beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }
        figure { margin: 1rem 0; } figcaption { font-size: .9rem; } summary { cursor: pointer; } svg { width: 100%; max-width: 40rem; height: auto; }
        svg text { font-size: 12px; fill: var(--text); } .grid { stroke: var(--rule); stroke-width: 1; } .ideal { stroke: var(--text); stroke-width: 1; stroke-dasharray: 2 4; fill: none; }
        .line { stroke: var(--accent); stroke-width: 2; fill: none; } .second { stroke: var(--second); stroke-dasharray: 7 4; } .dot { fill: var(--accent); fill-opacity: .55; } .bar { fill: var(--accent); }
        @media print { body { max-width: none; } nav { display: none; } }
        """;
}
