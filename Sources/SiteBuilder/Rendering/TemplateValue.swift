import Templates

/// What pages give for the names of their templates.
typealias TemplateValue = Templates.TemplateValue
