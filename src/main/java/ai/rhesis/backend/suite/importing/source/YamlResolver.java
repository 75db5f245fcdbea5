package ai.rhesis.backend.suite.importing.source;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/// Types of plain scalars as YAML 1.2 has them: `yes`, `012` and `2026-01-01` are texts.
class YamlResolver extends Resolver {

    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,999})");
    private static final Pattern BROKEN =
            Pattern.compile("(?=.{1,1000}$)-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,9})?");
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, TRUTH, "tTfF");
        addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
        addImplicitResolver(Tag.FLOAT, BROKEN, "-0123456789");
        addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
        addImplicitResolver(Tag.NULL, NOTHING, "~nN\0");
        addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }
}
