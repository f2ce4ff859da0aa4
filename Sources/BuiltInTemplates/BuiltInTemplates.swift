/// The default templates, style sheets and scripts, which travel inside the program.
///
/// Their one source is the folder `templates` at the top of the package; the build embeds its files here byte for byte.
public enum BuiltInTemplates {
    /// Every file by its name.
    public static let files: [String: [UInt8]] = [
        "article.mustache": PackageResources.article_mustache,
        "charts.css": PackageResources.charts_css,
        "compare.js": PackageResources.compare_js,
        "compare.mustache": PackageResources.compare_mustache,
        "comparison-figures.js": PackageResources.comparison_figures_js,
        "comparison-rows.js": PackageResources.comparison_rows_js,
        "comparison-words.js": PackageResources.comparison_words_js,
        "comparison.js": PackageResources.comparison_js,
        "comparisons.mustache": PackageResources.comparisons_mustache,
        "group.mustache": PackageResources.group_mustache,
        "groups.mustache": PackageResources.groups_mustache,
        "history-runs.mustache": PackageResources.history_runs_mustache,
        "history.mustache": PackageResources.history_mustache,
        "home.mustache": PackageResources.home_mustache,
        "not-found.mustache": PackageResources.not_found_mustache,
        "page.mustache": PackageResources.page_mustache,
        "prompts/analysis.mustache": PackageResources.analysis_mustache,
        "prompts/persona.mustache": PackageResources.persona_mustache,
        "prompts/report.mustache": PackageResources.report_mustache,
        "prompts/warm-up.mustache": PackageResources.warm_up_mustache,
        "failure-statistics.js": PackageResources.failure_statistics_js,
        "paired-statistics.js": PackageResources.paired_statistics_js,
        "regressions.mustache": PackageResources.regressions_mustache,
        "run.mustache": PackageResources.run_mustache,
        "runs.mustache": PackageResources.runs_mustache,
        "statistics.js": PackageResources.statistics_js,
        "style.css": PackageResources.style_css,
        "load.mustache": PackageResources.load_mustache,
        "sweep.mustache": PackageResources.sweep_mustache,
    ]
}
