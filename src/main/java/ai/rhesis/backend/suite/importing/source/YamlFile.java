package ai.rhesis.backend.suite.importing.source;

import java.io.StringReader;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/// Rows of YAML. Only its nodes are read; no value is ever constructed from a tag.
final class YamlFile {

    private YamlFile() {}

    static Source read(String text, Expectation expected) {
        try {
            Yaml yaml = yaml(text.length());
            requireFew(yaml, text);
            Node root = yaml.compose(new StringReader(text));
            return Tree.read(FileFormat.YAML, new YamlTree().read(root), expected);
        } catch (MarkedYAMLException malformed) {
            String where = malformed.getProblemMark() == null
                    ? ""
                    : " at line %d".formatted(malformed.getProblemMark().getLine() + 1);
            throw Limits.refused("is not YAML of plain values" + where + ": " + malformed.getProblem());
        } catch (YAMLException refused) {
            throw Limits.refused("is not YAML of plain values: " + refused.getMessage());
        }
    }

    private static Yaml yaml(int length) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setNestingDepthLimit(Limits.MAX_NESTING);
        options.setCodePointLimit(Math.max(1, length));
        // the bound on values, with aliases written out, stops bombs
        options.setMaxAliasesForCollections(Limits.MAX_VALUES);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new YamlResolver());
    }

    /// Counts before anything is made of it.
    private static void requireFew(Yaml yaml, String text) {
        FileBudget budget = new FileBudget();
        for (Event ignored : yaml.parse(new StringReader(text))) {
            budget.spendValue();
        }
    }
}
