package ai.rhesis.backend.suite.importing;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Files as tools and people write them, imported under the mapping that is suggested.
@IntegrationTest
class FileShapesApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void contextWithoutAGoalIsEvidence() {
        Imported rag = resource("rag.csv");
        assertThat(rag.prompts()).containsExactly("Which river runs through Vienna?", "How long is it?");
        assertThat(rag.expected()).containsExactly("The Danube", "2,850 km");
        assertThat(rag.metadata(0)).isEqualTo("{\"context\":\"The Danube runs through Vienna.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query,contexts,response\nq,c,a\n",
                "Input;Context;Expected Answer\nq;c;a\n",
                "prompt\tretrieved_contexts\tanswer\nq\tc\ta\n",
                "Question,Passages,Ground Truth\nq,c,a\n",
                "user query,source-documents,reference answer\nq,c,a\n",
                "\uFEFFid,user_input,context,output\n1,q,c,a\n"
            })
    void evidenceIsFoundUnderItsOtherNames(String csv) {
        Imported rag = read("rag.csv", csv);
        assertThat(rag.prompts()).containsExactly("q");
        assertThat(rag.expected()).containsExactly("a");
        assertThat(rag.metadata(0)).isEqualTo("{\"context\":\"c\"}");
    }

    @Test
    void contextBesideAGoalIsOfTheConversation() {
        Imported multi = read("m.csv", "goal,context\nGet a refund,He is angry\n");
        assertThat(multi.tests.getFirst().at("/test_configuration/context").asString())
                .isEqualTo("He is angry");
    }

    @Test
    void answersBesideAReferenceAreOldOutputs() {
        Imported ragas = resource("ragas.csv");
        assertThat(ragas.expected()).containsExactly("The Danube");
        JsonNode metadata = ragas.tests.getFirst().path("test_metadata");
        assertThat(metadata.path("answer").asString()).isEqualTo("The model said the Rhine");
        assertThat(metadata.path("context").toString())
                .isEqualTo("[\"The Danube runs through Vienna.\",\"It's long.\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"question\":\"q\",\"answer\":\"old\",\"ground_truths\":[\"e\",\"f\"]}]",
                "[{\"user_input\":\"q\",\"response\":\"old\",\"reference\":\"e\",\"retrieved_contexts\":[\"c\"]}]",
                "[{\"response\":\"old\",\"query\":\"q\",\"ideal\":\"e\"}]",
                "[{\"output\":\"old\",\"input\":\"q\",\"target\":\"e\"}]",
                "[{\"answer\":\"old\",\"question\":\"q\",\"expected_answer\":\"e\"}]",
                "[{\"actual_output\":\"old\",\"question\":\"q\",\"expected\":\"e\"}]",
                "[{\"answer\":\"old\",\"prompt\":\"q\",\"completion\":\"e\"}]"
            })
    void referencesAreExpectedUnderAllTheirNames(String json) {
        Imported set = read("set.json", json);
        assertThat(set.prompts()).containsExactly("q");
        assertThat(set.expected()).containsExactly("e");
        assertThat(set.metadata(0)).contains(":\"old\"");
    }

    @Test
    void listsOfReferencesInCellsAreReadAsPythonWritesThem() {
        Imported set = read("r.csv", "question,ground_truths\nq,\"['It''s', \"\"b\\\\c\"\"]\"\n".replace("''", "\\'"));
        assertThat(set.expected()).containsExactly("It's");
        assertThat(set.metadata(0)).isEqualTo("{\"ground_truths\":[\"It's\",\"b\\\\c\"]}");
        assertThat(read("s.csv", "question,ground_truths\nq,plain\n").expected())
                .containsExactly("plain");
        assertThat(read("t.csv", "question,ground_truths\nq,\"['open]\"\n").expected())
                .containsExactly("['open]");
        assertThat(read("u.csv", "question,expected\nq,\"[\"\"a\"\"]\"\n").expected())
                .containsExactly("[\"a\"]");
    }

    @Test
    void cellsOfPromptfooAreReadAsPromptfooDoes() {
        Imported set = resource("promptfoo.csv");
        assertThat(set.expected()).containsExactly(null, "Vienna", "The capital is Vienna", "Hello");
        JsonNode assertions = set.tests.getFirst().at("/test_metadata/assert");
        assertThat(assertions.path(0).path("value").asString()).isEqualTo("sort");
        assertThat(assertions.path(1).path("value").toString())
                .isEqualTo("[\"1,000\",\"quick sort\",\"merge, then sort\"]");
        assertThat(assertions.path(1).path("threshold").asDouble()).isEqualTo(0.5);
        assertThat(set.analysis.at("unmapped_headers").toString()).contains("__prefix");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "icontains-all: a ,b| a | b",
                "contains-all:\"a, b\" , c|a, b|c",
                "not-contains-any: \"say \"\"hi\"\"\",x|say \"hi\"|x",
                "contains-any: a \"quoted\" word, b|a \"quoted\" word|b",
                "contains-all: \"never closed, b|\"never closed|b"
            })
    void listsInCellsKeepWhatStandsInQuotes(String variant) {
        String[] parts = variant.split("\\|");
        String cell = '"' + parts[0].replace("\"", "\"\"") + '"';
        Imported set = read("p.csv", "question,__expected\nq," + cell + "\n");
        JsonNode value = set.tests.getFirst().at("/test_metadata/assert/0/value");
        assertThat(value.values()).extracting(JsonNode::asString).containsExactly(parts[1].strip(), parts[2].strip());
    }

    @Test
    void samplesOfOpenAiEvalsHaveChatsAndIdeals() {
        Imported set = resource("evals.jsonl");
        assertThat(set.prompts()).containsExactly("What is 5+5?", "What is 4+4?");
        assertThat(set.expected()).containsExactly("10", "8");
        assertThat(set.metadata(0)).isEqualTo("{\"system\":\"Answer with one number.\"}");
        assertThat(set.tests.get(1).at("/test_metadata/ideal").toString()).isEqualTo("[\"8\",\"eight\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"input\":[{\"role\":\"user\",\"content\":\"q\"}],\"ideal\":[\"e\"]}",
                "{\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"completion\":[{\"role\":\"assistant\",\"content\":\"e\"}]}",
                "{\"conversations\":[{\"from\":\"human\",\"value\":\"q\"},{\"from\":\"gpt\",\"value\":\"e\"}]}",
                "{\"inputs\":{\"messages\":[{\"role\":\"user\",\"content\":\"q\"}]},\"outputs\":{\"answer\":\"e\"}}",
                "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"q\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"e\"}]}",
                "{\"input\":[{\"role\":\"developer\",\"content\":\"s\"},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"q\"}]}],\"expectedOutput\":{\"role\":\"assistant\",\"content\":\"e\"}}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"q\"},{\"role\":\"assistant\",\"content\":\"old\"}],\"ideal\":\"e\"}",
                "{\"user_input\":[{\"content\":\"h\",\"type\":\"human\"},{\"content\":\"a\",\"type\":\"ai\"},{\"content\":\"q\",\"type\":\"human\"}],\"reference\":\"e\"}",
                "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"q\"}]},{\"role\":\"model\",\"parts\":[{\"text\":\"e\"}]}]}",
                "{\"custom_id\":\"1\",\"method\":\"POST\",\"body\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"q\"}]},\"ideal\":\"e\"}"
            })
    void chatsAreFoundWhereverAToolPutsThem(String line) {
        Imported set = read("chat.jsonl", line + "\n");
        assertThat(set.prompts()).containsExactly("q");
        assertThat(set.expected()).containsExactly("e");
    }

    @Test
    void partsOfObjectsAreMapped() {
        Imported items = resource("langfuse.json");
        assertThat(items.analysis.text("suggested_mapping.input\\.question")).isNull();
        assertThat(items.analysis.at("suggested_mapping").path("input.question").asString())
                .isEqualTo("prompt_content");
        assertThat(items.prompts()).containsExactly("What is a vector?");
        assertThat(items.expected()).containsExactly("A list of numbers");
        assertThat(items.metadata(0)).isEqualTo("{\"lang\":\"en\"}");
        Answer analysis = analyze("own.json", "[{\"extra\":{\"a\":\"q\",\"b\":\"e\"},\"id\":1}]".getBytes(UTF_8));
        Map<String, String> mapping = Map.of("extra.a", "prompt_content", "extra.b", "expected_response");
        Answer parsed = parse(analysis, Map.of("mapping", mapping));
        assertThat(parsed.text("preview.rows.0.data.prompt.content")).isEqualTo("q");
        assertThat(parsed.text("preview.rows.0.data.prompt.expected_response")).isEqualTo("e");
        assertThat(parsed.at("ignored_headers").toString()).isEqualTo("[\"id\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"input\":{\"query\":\"q\",\"user\":\"u\"},\"expected_output\":\"e\"}]",
                "[{\"inputs\":{\"whatever\":\"q\"},\"outputs\":{\"something\":\"e\"}}]",
                "[{\"inputs\":{\"n\":1,\"whatever\":\"q\"},\"expectations\":{\"expected_response\":\"e\",\"k\":2}}]",
                "[{\"input\":{\"text\":\"q\"},\"expected\":{\"answers\":[\"e\",\"f\"]}}]",
                "{\"items\":[{\"input\":{\"prompt\":\"q\",\"context\":\"c\"},\"expectedOutput\":\"e\"}]}",
                "[{\"input\":\"q\",\"expectedOutput\":{\"a\":\"e\"}},{\"input\":{\"question\":\"q\"},\"expectedOutput\":\"e\"}]"
            })
    void theTextInsideAnObjectIsFound(String json) {
        Imported items = read("items.json", json);
        assertThat(items.prompts()).containsOnly("q");
        assertThat(items.expected()).containsOnly("e");
    }

    @Test
    void objectsWithoutOneTextStayAsJson() {
        Imported items = read("items.json", "[{\"input\":\"q\",\"expectedOutput\":{\"a\":1,\"b\":[2]}}]");
        assertThat(items.expected()).containsExactly("{\"a\":1,\"b\":[2]}");
    }

    @Test
    void objectsInCellsAreReadWhereInputsAreObjects() {
        Imported items = read("items.csv", """
                id,input,expectedOutput
                1,"{""question"":""q""}","{""answer"":""e""}"
                2,"{""question"":""r""}",
                """);
        assertThat(items.prompts()).containsExactly("q", "r");
        assertThat(items.expected()).containsExactly("e", null);
        Imported texts = read("texts.csv", "input,expected_output\nq,\"{\"\"answer\"\":1}\"\n");
        assertThat(texts.expected()).containsExactly("{\"answer\":1}");
    }

    @Test
    void instructionsStandAboveTheirInput() {
        Imported set = resource("alpaca.json");
        assertThat(set.analysis.text("file_info.dialect")).isEqualTo("alpaca");
        assertThat(set.prompts()).containsExactly("Translate to German\n\nGood morning", "Name two fruits.");
        assertThat(set.expected()).containsExactly("Guten Morgen", "apple, pear");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instruction,context,response,category\ni,b,e,qa\n",
                "Instruction,Input,Output\ni,b,e\n",
                "instruction;input;target\ni;b;e\n",
                "instruction\tinput\tcompletion\ni\tb\te\n",
                "input,instruction,answer,id\nb,i,e,1\n"
            })
    void instructionsAreFoundInTables(String csv) {
        Imported set = read("i.csv", csv);
        assertThat(set.prompts()).containsExactly("i\n\nb");
        assertThat(set.expected()).containsExactly("e");
    }

    @Test
    void completionsAreExpected() {
        Imported set = resource("finetune.jsonl");
        assertThat(set.prompts()).containsExactly("Say yes", "Say no");
        assertThat(set.expected()).containsExactly("yes", "no");
    }

    @Test
    void defaultAssertionsAreLeftOutWhereDisabled() {
        Imported set = resource("default-asserts.yaml");
        assertThat(set.expected()).containsExactly(null, "Hello");
        assertThat(set.tests.getFirst().at("/test_metadata/assert").toString())
                .isEqualTo("[{\"type\":\"contains\",\"value\":\"x\"}]");
        assertThat(resource("default-file.json").analysis.at("notices").toString())
                .contains("defaultTest", "file://shared/default.yaml");
    }

    @Test
    void listsOfVariablesAreOneTestForEachCombination() {
        Imported set = resource("lists.yaml");
        assertThat(set.prompts()).containsExactly("How", "How", "How", "Why", "Why", "Why");
        assertThat(set.tests.stream()
                        .map(test -> test.at("/test_metadata/vars/tone").asString()))
                .containsExactly("kind", "rude", "dry", "kind", "rude", "dry");
        assertThat(set.tests.getFirst().at("/test_metadata/vars/numbers").toString())
                .isEqualTo("[1,2]");
        assertThat(set.parsed.text("preview.rows.5.row")).isEqualTo("1");
        Imported off = read("off.yaml", """
                defaultTest: {options: {disableVarExpansion: true}, vars: {tone: [kind, rude]}}
                tests: [{vars: {question: q}}]
                """);
        assertThat(off.tests).hasSize(1);
        Imported defaults = read("defaults.json", """
                {"defaultTest": {"vars": {"tone": ["kind", "rude"]}}, "tests": [{"vars": {"question": "q"}}]}""");
        assertThat(defaults.tests).hasSize(2);
        String hundred = "[" + "a,".repeat(99) + "a]";
        Answer many = analyze(
                "many.yaml",
                ("tests: [{vars: {a: %1$s, b: %1$s, question: [x, y]}}]".formatted(hundred)).getBytes(UTF_8));
        assertThat(many.badFields()).containsExactly("body.file");
        assertThat(many.text("detail.0.msg")).contains("10,000 rows");
    }

    @Test
    void anchorsMayBeUsedOften() {
        Imported set = resource("aliases.yaml");
        assertThat(set.tests).hasSize(70);
        assertThat(set.tests.getLast().at("/test_metadata/assert/0/value").asString())
                .isEqualTo("AI language model");
    }

    @Test
    void repeatedColumnNamesGetANumberAndANotice() {
        Imported set = resource("duplicate-header.csv");
        assertThat(set.analysis.at("headers").toString()).isEqualTo("[\"question\",\"answer\",\"answer_2\"]");
        assertThat(set.analysis.at("notices").toString()).contains("answer_2");
        assertThat(set.parsed.at("notices").toString()).contains("answer_2");
        assertThat(set.expected()).containsExactly("b");
    }

    @Test
    void oneBadRowIsOneBadRow() {
        Imported set = resource("unquoted-json.csv");
        assertThat(set.parsed.at("total_rows").asInt()).isEqualTo(3);
        assertThat(set.parsed.at("validation_summary.error_count").asInt()).isEqualTo(1);
        assertThat(set.parsed.text("errors.0.row")).isEqualTo("3");
        assertThat(set.prompts()).containsExactly("What is the time?", "What month?");
        assertThat(set.expected()).containsExactly("{\"answer\":\"\"}", "{\"answer\":\"May\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prompt,expected\na,b\n\"open,c\nd,e\nf,g\n",
                "prompt,expected\na,b\n\"two\nlines\",{\"x\":\"1\",\"y\":2}\nd,e\nf,g\n",
                "prompt,expected\na,b\nc,\"say \"hi\" now\"\nd,e\nf,g\n",
                "prompt,expected\na,b\nc,d,e,f\nd,e\nf,g\n",
                "prompt,expected\na,b\nd,e\nf,g\nlast,\"never closed",
                "prompt,expected\r\na,b\r\nc,\"x\"y\r\nd,e\r\nf,g\r\n"
            })
    void quotesThatDoNotFitSpoilTheirRowOnly(String csv) {
        Imported set = read("q.csv", csv);
        assertThat(set.prompts()).containsExactly("a", "d", "f");
        assertThat(set.parsed.at("validation_summary.error_count").asInt()).isEqualTo(1);
        assertThat(set.parsed.at("errors.0").path("message").asString()).containsAnyOf("quotes", "values");
    }

    @Test
    void charsetsAreFoundOut() {
        String text = "prompt;expected\nGrüße;schön\n";
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE, Charset.forName("windows-1252"))) {
            for (String mark : List.of("", "\uFEFF")) {
                if (mark.isEmpty() || charset.newEncoder().canEncode('\uFEFF')) {
                    Answer analysis = analyze("c.csv", (mark + text).getBytes(charset));
                    assertThat(analysis.text("sample_rows.0.prompt"))
                            .as(charset + mark)
                            .isEqualTo("Grüße");
                    assertThat(analysis.at("notices").size())
                            .isEqualTo(charset.name().startsWith("w") ? 1 : 0);
                }
            }
        }
    }

    @Test
    void tablesMayBeUntidy() {
        Imported untidy = read("u.csv", "\r\n  Question ; EXPECTED-Answer ;\r\n\r\nq;e;\r\n;;\r\nr\r\n\r\n");
        assertThat(untidy.prompts()).containsExactly("q", "r");
        assertThat(untidy.expected()).containsExactly("e", null);
        Imported single = read("one.csv", "question\nWhat is this, and why; really?\n\"Quoted, too\"\n");
        assertThat(single.prompts()).containsExactly("What is this, and why; really?", "Quoted, too");
        Imported tabs = read("t.tsv", "prompt\texpected\n\"a\tb\"\tc, d\n");
        assertThat(tabs.prompts()).containsExactly("a\tb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":1,\"examples\":[{\"question\":\"q\",\"answer\":\"e\"},{\"question\":\"r\",\"answer\":\"f\"}]}",
                "{\"meta\":{\"by\":1},\"dataset\":[{\"question\":\"q\",\"answer\":\"e\"},{\"question\":\"r\",\"answer\":\"f\"}]}",
                "{\"question\":[\"q\",\"r\"],\"answer\":[\"e\",\"f\"]}",
                "{\"question\":{\"0\":\"q\",\"1\":\"r\"},\"answer\":{\"0\":\"e\",\"1\":\"f\"}}",
                "{\"columns\":[\"question\",\"answer\"],\"index\":[0,1],\"data\":[[\"q\",\"e\"],[\"r\",\"f\"]]}",
                "[[\"question\",\"answer\"],[\"q\",\"e\"],[\"r\",\"f\"]]",
                "{\"rows\":[{\"row_idx\":0,\"row\":{\"question\":\"q\",\"answer\":\"e\"}},{\"row_idx\":1,\"row\":{\"question\":\"r\",\"answer\":\"f\"}}]}",
                "[{\"question\":\"q\",\"answer\":\"e\",\"context\":NaN,},{\"question\":\"r\",\"answer\":\"f\"},]",
                "{\"question\":\"q\",\"answer\":\"e\"}\n\n{\"question\":\"r\",\"answer\":\"f\"}\n"
            })
    void tablesInJsonAreReadHoweverTheyAreWritten(String json) {
        Imported set = read("t.json", json);
        assertThat(set.prompts()).containsExactly("q", "r");
        assertThat(set.expected()).containsExactly("e", "f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\n {\"question\": \"q\", \"answer\": \"e\"},\n {\"question\": \"r\", \"answer\": \"f\"}\n]",
                "[{\"question\":\"q\",\"answer\":\"e\"},{\"question\":\"r\",\"answer\":\"f\"}]",
                "{\"item\":{\"question\":\"q\",\"ground_truth\":\"e\"}}\n{\"item\":{\"question\":\"r\",\"ground_truth\":\"f\"}}",
                "{\"question\":\"q\",\"answer\":\"e\"}\n{\"question\":\"r\",\"answer\":\"f\"}"
            })
    void linesOfJsonMayBeOneListOrWrapTheirRows(String text) {
        Imported set = read("t.jsonl", text);
        assertThat(set.prompts()).containsExactly("q", "r");
        assertThat(set.expected()).containsExactly("e", "f");
    }

    /// Whole sets of others have such columns, and a mapping as suggested must not spoil every row.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"task_id\":\"T/0\",\"prompt\":\"q\",\"test\":\"def check(c): pass\",\"canonical_solution\":\"s\"}",
                "{\"question_id\":81,\"question\":\"q\",\"turns\":[\"a\",\"b\"]}",
                "{\"inputs\":{\"question\":\"q\"},\"tags\":{\"source\":\"web\"}}",
                "{\"prompt\":\"q\",\"reference\":\"e\",\"instruction\":\"Be kind\",\"scenario\":\"shop\"}",
                "{\"sentence\":\"q\",\"number\":7}",
                "{\"prompt_id\":\"p-1\",\"question_type\":\"open\",\"utterance\":\"q\"}"
            })
    void columnsAreSuggestedOnlyWhereTheirValuesFit(String line) {
        assertThat(read("fit.jsonl", line + "\n").prompts()).containsExactly("q");
    }

    @Test
    void aListOfTextsIsAListOfPrompts() {
        assertThat(read("p.json", "[\"What?\", \"Why?\"]").prompts()).containsExactly("What?", "Why?");
    }

    @Test
    void aMappingIsSuggestedAgain() {
        Answer analysis = analyze("t.csv", "question,answer\nq,e\n".getBytes(UTF_8));
        Answer again = api.post("/import/" + analysis.text("import_id") + "/remap", Map.of());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("mapping")).isEqualTo(analysis.at("suggested_mapping"));
        assertThat(again.at("confidence")).isEqualTo(analysis.at("confidence"));
        assertThat(again.at("llm_available").asBoolean()).isFalse();
        assertThat(organizations
                        .create()
                        .post("/import/" + analysis.text("import_id") + "/remap", Map.of())
                        .status())
                .isEqualTo(404);
    }

    private Imported resource(String name) {
        try (InputStream in = getClass().getResourceAsStream("/imports/" + name)) {
            return read(name, Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private Imported read(String name, String content) {
        return read(name, content.getBytes(UTF_8));
    }

    private Imported read(String name, byte[] content) {
        Answer analysis = analyze(name, content);
        assertThat(analysis.status()).as(analysis.json().toString()).isEqualTo(200);
        Answer parsed = parse(analysis, Map.of("mapping", analysis.at("suggested_mapping")));
        Answer set = api.post("/import/" + analysis.text("import_id") + "/confirm", Map.of("name", name));
        assertThat(set.status()).as(parsed.json().toString()).isEqualTo(200);
        return new Imported(
                analysis,
                parsed,
                List.copyOf(api.get("/test_sets/" + set.id() + "/tests?limit=100")
                        .json()
                        .values()));
    }

    private Answer analyze(String name, byte[] content) {
        return api.upload("/import/analyze", "file", Map.of(name, content));
    }

    private Answer parse(Answer analysis, Map<String, ?> body) {
        return api.post("/import/" + analysis.text("import_id") + "/parse", body);
    }

    private record Imported(Answer analysis, Answer parsed, List<JsonNode> tests) {

        List<String> prompts() {
            return tests.stream()
                    .map(test -> test.at("/prompt/content").asString())
                    .toList();
        }

        List<String> expected() {
            List<String> expected = new ArrayList<>();
            tests.forEach(test -> expected.add(
                    test.at("/prompt/expected_response").asStringOpt().orElse(null)));
            return expected;
        }

        String metadata(int test) {
            return tests.get(test).path("test_metadata").toString();
        }
    }
}
