package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.suite.testcase.TestCaseView;
import ai.rhesis.backend.suite.testset.TestSetView;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.json.JsonMapper;

/// The export as a configuration that promptfoo runs as it is: the prompt of each test goes to a provider that
/// repeats it, until another is named.
final class PromptfooExport implements Export {

    private static final List<String> PROMPTS = List.of("{{" + PromptfooTestCase.PROMPT + "}}");
    private static final List<String> PROVIDERS = List.of("echo");

    private final Yaml yaml = new Yaml(new LineBreaks(options()), options());
    private final Writer out;
    private final JsonMapper json;
    private boolean isEmpty = true;

    PromptfooExport(OutputStream out, JsonMapper json) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.json = json;
    }

    private static DumperOptions options() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        options.setSplitLines(false);
        options.setDereferenceAliases(true);
        return options;
    }

    /// A writer that quotes characters which YAML would change into another line break.
    private static final class LineBreaks extends Representer {

        private static final String NEXT_LINE = "\u0085";

        LineBreaks(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, DumperOptions.@Nullable ScalarStyle style) {
            return super.representScalar(
                    tag, value, value.contains(NEXT_LINE) ? DumperOptions.ScalarStyle.DOUBLE_QUOTED : style);
        }
    }

    @Override
    public void begin(TestSetView set) throws IOException {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("description", set.set().getName());
        head.put("prompts", PROMPTS);
        head.put("providers", PROVIDERS);
        yaml.dump(head, out);
        out.write("tests:");
    }

    @Override
    public void write(TestCaseView test) throws IOException {
        out.write(isEmpty ? "\n" : "");
        isEmpty = false;
        yaml.dump(List.of(new PromptfooTestCase(new ExportedTestCase(test), json).body()), out);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end() throws IOException {
        out.write(isEmpty ? " []\n" : "");
        out.flush();
    }
}
