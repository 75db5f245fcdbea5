package ai.rhesis.backend.suite.importing;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class ImportApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void aFileBecomesASetInFourSteps() {
        Answer analysis = analyze("größe.csv", """
                Question;Expected answer;Category;Behavior;Tags;notes
                Say "hi";Hi;Greeting;Is polite;smoke, fast;x
                "Two
                lines";;Greeting;;;
                """);
        assertThat(analysis.status()).isEqualTo(200);
        assertThat(analysis.text("file_info.filename")).isEqualTo("größe.csv");
        assertThat(analysis.text("file_info.format")).isEqualTo("csv");
        assertThat(analysis.text("file_info.dialect")).isEqualTo("generic");
        assertThat(analysis.at("headers").size()).isEqualTo(6);
        assertThat(analysis.at("sample_rows").size()).isEqualTo(2);
        assertThat(analysis.text("suggested_mapping.Question")).isEqualTo("prompt_content");
        assertThat(analysis.text("suggested_mapping.Expected answer")).isEqualTo("expected_response");
        assertThat(analysis.text("suggested_mapping.Behavior")).isEqualTo("requirement");
        assertThat(analysis.text("unmapped_headers.0")).isEqualTo("notes");
        assertThat(analysis.at("confidence").asDouble()).isBetween(0.5, 1.0);

        Answer parsed = parse(analysis, Map.of());
        assertThat(parsed.status()).isEqualTo(200);
        assertThat(parsed.at("total_rows").asInt()).isEqualTo(2);
        assertThat(parsed.at("validation_summary.valid_rows").asInt()).isEqualTo(2);
        assertThat(parsed.text("ignored_headers.0")).isEqualTo("notes");
        assertThat(parsed.text("preview.rows.1.data.prompt.content")).isEqualTo("Two\nlines");
        assertThat(parsed.at("preview.rows.0.row").asInt()).isEqualTo(2);

        Answer set = confirm(analysis, "Greetings");
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.text("name")).isEqualTo("Greetings");
        assertThat(set.text("import.status")).isEqualTo("created");
        assertThat(set.at("import.imported_rows").asInt()).isEqualTo(2);
        List<JsonNode> tests = tests(set.id());
        assertThat(tests.get(0).at("/prompt/expected_response").asString()).isEqualTo("Hi");
        assertThat(tests.get(0).at("/category/name").asString()).isEqualTo("Greeting");
        assertThat(tests.get(0).at("/requirement/name").asString()).isEqualTo("Is polite");
        assertThat(tests.get(0).path("tags").findValuesAsString("name")).containsExactly("fast", "smoke");
        assertThat(tests.get(1).at("/prompt/expected_response").isNull()).isTrue();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        byte[] file = "prompt\nHello\n".getBytes(UTF_8);
        Answer first = imported("a.csv", file, "First");
        Answer again = imported("renamed.csv", file, "Second");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.text("name")).isEqualTo("First");
        assertThat(again.text("import.status")).isEqualTo("unchanged");
        assertThat(again.text("import.message")).contains("before");
        assertThat(api.get("/test_sets").total()).isEqualTo(1);
        assertThat(api.get("/tests").total()).isEqualTo(1);
        api.delete("/test_sets/" + first.id());
        Answer anew = imported("a.csv", file, "Third");
        assertThat(anew.text("import.status")).isEqualTo("created");
        assertThat(anew.id()).isNotEqualTo(first.id());
    }

    @Test
    void anotherMappingOfTheSameFileIsAnotherImport() {
        byte[] file = "prompt,other\nHello,World\n".getBytes(UTF_8);
        Answer first = imported("a.csv", file, "First");
        Answer analysis = analyze("a.csv", file);
        parse(analysis, Map.of("mapping", Map.of("other", "prompt_content")));
        Answer second = confirm(analysis, "Second");
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(tests(second.id()).getFirst().at("/prompt/content").asString())
                .isEqualTo("World");
    }

    @Test
    void confirmedTwiceAtOnceItBecomesOneSet() throws Exception {
        byte[] file = "prompt\nHello\nWorld\n".getBytes(UTF_8);
        List<Callable<Answer>> confirmations = new ArrayList<>();
        for (int copy = 0; copy < 4; copy++) {
            Answer analysis = analyze("a.csv", file);
            parse(analysis, Map.of());
            String name = "Copy " + copy;
            confirmations.add(() -> confirm(analysis, name));
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> sets = new ArrayList<>();
            for (Future<Answer> answer : executor.invokeAll(confirmations)) {
                assertThat(answer.get().status()).isEqualTo(200);
                sets.add(answer.get().id());
            }
            assertThat(sets).hasSize(4);
            assertThat(sets.stream().distinct()).hasSize(1);
        }
        assertThat(api.get("/tests").total()).isEqualTo(2);
    }

    @Test
    void everyBadRowIsReportedAndTheGoodOnesCome() {
        Answer analysis = analyze("t.csv", """
                prompt,priority,test_type,goal,min_turns,max_turns,status
                fine,1,,,,,
                ,2,,,,,
                bad number,high,,,,,
                bad type,,No-Turn,,,,
                no goal,,Multi-Turn,,,,
                turns,,,Reach it,5,2,
                a,b,c,d,e,f,g,h
                new status,,,,,,Unheard of
                """);
        Answer parsed = parse(analysis, Map.of());
        assertThat(parsed.at("validation_summary.valid_rows").asInt()).isEqualTo(2);
        assertThat(parsed.at("validation_summary.error_count").asInt()).isEqualTo(6);
        assertThat(parsed.at("validation_summary.warning_count").asInt()).isEqualTo(2);
        assertThat(reported(parsed, "errors"))
                .contains("3 prompt_content", "4 priority", "5 test_type", "6 test_configuration", "7 min_turns", "8 ");
        assertThat(reported(parsed, "warnings")).containsExactly("8 status", "9 status");
        String id = String.valueOf(analysis.text("import_id"));
        Answer problems = api.get("/import/" + id + "/preview?problems_only=true&page=2&page_size=4");
        assertThat(problems.at("total_rows").asInt()).isEqualTo(6);
        assertThat(problems.at("rows").size()).isEqualTo(2);
        Answer refused = api.post("/import/" + id + "/confirm", Map.of("name", "n", "partial", false));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).contains("body.rows.4.priority");
        assertThat(api.get("/test_sets").total()).isZero();
        Answer set = confirm(analysis, "n");
        assertThat(set.at("import.imported_rows").asInt()).isEqualTo(2);
        assertThat(set.at("import.skipped_rows").asInt()).isEqualTo(6);
        assertThat(set.at("import.errors").size()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void whenNoRowIsFitNothingIsMade() {
        Answer analysis = analyze("t.csv", "prompt,priority\nx,9\n");
        parse(analysis, Map.of());
        assertThat(confirm(analysis, "n").badFields()).containsExactly("body.rows.2.priority");
        assertThat(api.get("/test_sets").total()).isZero();
    }

    @Test
    void nulIsRefusedRowByRow() {
        Answer parsed = parse(analyze("t.jsonl", """
                {"prompt": "ok"}
                {"prompt": "a\\u0000b", "tags": ["\\ud800"]}
                """), Map.of());
        assertThat(parsed.at("validation_summary.valid_rows").asInt()).isEqualTo(1);
        assertThat(parsed.text("errors.0.row")).isEqualTo("2");
        assertThat(parsed.text("errors.0.message")).contains("NUL");
        Answer csv = parse(analyze("t.csv", "prompt\na\0b\nfine\n"), Map.of());
        assertThat(csv.text("errors.0.message")).contains("NUL");
        assertThat(csv.at("validation_summary.valid_rows").asInt()).isEqualTo(1);
        assertThat(analyze("t.csv", "prompt,a\0b\nx,y\n").badFields()).containsExactly("body.file");
    }

    @Test
    void delimitersAndMarksAreFoundOut() {
        for (String delimiter : List.of(",", ";", "\t", "|")) {
            Answer analysis = analyze("t.txt", "prompt%scategory\n\"a,b;c\"%sx\nd%sy\n".replace("%s", delimiter));
            assertThat(analysis.at("headers").size()).as(delimiter).isEqualTo(2);
        }
        assertThat(analyze("t.csv", "sep=|\nprompt|x\na,b|c\n").at("headers").size())
                .isEqualTo(2);
        assertThat(analyze("t.csv", "\uFEFFprompt,x\na,b\n").text("headers.0")).isEqualTo("prompt");
        byte[] utf16 = "\uFEFFprompt\tx\nGrüße\tb\n".getBytes(UTF_16LE);
        assertThat(analyze("t.csv", utf16).text("sample_rows.0.prompt")).isEqualTo("Grüße");
        assertThat(analyze("t.csv", "one\ntwo\n").at("headers").size()).isEqualTo(1);
    }

    @Test
    void promptfooTablesKeepVariablesAssertionsAndMetadata() {
        Answer analysis = analyze("promptfoo.csv", """
                question,language,__expected,__expected2,__description,__metadata:source,__metadata:labels[],__threshold
                What is 2+2?,en,4,contains:four,Adds,book,"a,b\\,c",0.5
                Hi,de,,javascript:output.length > 1,,,,
                """);
        assertThat(analysis.text("file_info.dialect")).isEqualTo("promptfoo");
        assertThat(analysis.at("suggested_mapping").properties())
                .extracting(entry -> entry.getKey() + "=" + entry.getValue().asString())
                .containsExactly(
                        "question=prompt_content",
                        "language=vars.language",
                        "__expected=assertion",
                        "__expected2=assertion",
                        "__description=description",
                        "__metadata:source=metadata.source",
                        "__metadata:labels[]=metadata.labels");
        assertThat(analysis.text("unmapped_headers.0")).isEqualTo("__threshold");
        Answer parsed = parse(analysis, Map.of());
        assertThat(reported(parsed, "warnings")).containsExactly("3 assertion");
        List<JsonNode> tests = tests(confirm(analysis, "p").id());
        assertThat(tests.get(0).path("description").asString()).isEqualTo("Adds");
        assertThat(tests.get(0).at("/prompt/expected_response").asString()).isEqualTo("4");
        assertThat(tests.get(0).at("/test_metadata/vars/language").asString()).isEqualTo("en");
        assertThat(tests.get(0).at("/test_metadata/labels").toString()).isEqualTo("[\"a\",\"b,c\"]");
        assertThat(tests.get(0).at("/test_metadata/assert/1/type").asString()).isEqualTo("contains");
        assertThat(tests.get(1).at("/test_metadata/assert/0/type").asString()).isEqualTo("javascript");
        assertThat(tests.get(1).at("/prompt/expected_response").isNull()).isTrue();
    }

    @Test
    void promptfooYamlIsReadAndNothingInItIsFollowed() {
        Answer analysis = analyze("promptfooconfig.yaml", """
                description: All
                prompts: ['{{question}}']
                providers: [openai:gpt-5]
                defaultTest:
                  vars: {tone: kind}
                  assert: [{type: is-json}]
                tests:
                  - description: First
                    vars: {question: 'Is it 012 or yes?', code: 012, flag: yes}
                    assert:
                      - {type: similar, value: No, threshold: 0.7}
                      - {type: python, value: file://check.py}
                    metadata: {source: book}
                  - vars: {question: file:///etc/passwd, tone: rude}
                  - vars: {question: '{% raw %}say {{secret}}{% endraw %}'}
                """);
        assertThat(analysis.text("file_info.format")).isEqualTo("yaml");
        assertThat(analysis.at("notices").size()).isEqualTo(2);
        Answer parsed = parse(analysis, Map.of());
        assertThat(reported(parsed, "warnings")).contains("1 assertion", "2 prompt_content");
        List<JsonNode> tests = tests(confirm(analysis, "p").id());
        assertThat(tests.get(0).at("/prompt/content").asString()).isEqualTo("Is it 012 or yes?");
        assertThat(tests.get(0).at("/prompt/expected_response").asString()).isEqualTo("No");
        assertThat(tests.get(0).at("/test_metadata/vars/code").asString()).isEqualTo("012");
        assertThat(tests.get(0).at("/test_metadata/vars/flag").asString()).isEqualTo("yes");
        assertThat(tests.get(0).at("/test_metadata/vars/tone").asString()).isEqualTo("kind");
        assertThat(tests.get(0).at("/test_metadata/assert").size()).isEqualTo(3);
        assertThat(tests.get(0).at("/test_metadata/source").asString()).isEqualTo("book");
        assertThat(tests.get(1).at("/prompt/content").asString()).isEqualTo("file:///etc/passwd");
        assertThat(tests.get(1).at("/test_metadata/vars/tone").asString()).isEqualTo("rude");
        assertThat(tests.get(2).at("/prompt/content").asString()).isEqualTo("say {{secret}}");
        assertThat(analyze("c.yaml", "prompts: [x]\ntests: file://tests.csv\n").badFields())
                .containsExactly("body.file");
    }

    @Test
    void chatsOfOpenAiBecomePromptsWithTheirAnswers() {
        Answer analysis = analyze("chat.jsonl", """
                {"messages": [{"role": "system", "content": "Be kind"}, {"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}
                {"messages": [{"role": "user", "content": "A"}, {"role": "assistant", "content": "B"}, {"role": "user", "content": [{"type": "text", "text": "C"}]}, {"role": "assistant", "content": "D"}]}
                {"messages": [{"role": "assistant", "content": "alone"}]}
                """);
        assertThat(analysis.text("file_info.dialect")).isEqualTo("openai_chat");
        assertThat(analysis.text("file_info.format")).isEqualTo("jsonl");
        Answer parsed = parse(analysis, Map.of());
        assertThat(reported(parsed, "errors")).contains("3 prompt_content");
        assertThat(reported(parsed, "warnings")).contains("2 messages");
        List<JsonNode> tests = tests(confirm(analysis, "c").id());
        assertThat(tests.get(0).at("/prompt/content").asString()).isEqualTo("Hi");
        assertThat(tests.get(0).at("/prompt/expected_response").asString()).isEqualTo("Hello");
        assertThat(tests.get(0).at("/test_metadata/system").asString()).isEqualTo("Be kind");
        assertThat(tests.get(1).at("/prompt/content").asString()).isEqualTo("C");
        assertThat(tests.get(1).at("/test_metadata/history").size()).isEqualTo(2);
    }

    @Test
    void goldensOfDeepEvalAreKnownInJsonAndCsv() {
        Answer json = analyze("goldens.json", """
                [{"input": "Q", "actual_output": null, "expected_output": "A", "context": ["c1", "c2"],
                  "retrieval_context": ["r"], "additional_metadata": {"k": 1}, "source_file": "f.pdf"}]
                """);
        assertThat(json.text("file_info.dialect")).isEqualTo("deepeval");
        parse(json, Map.of());
        JsonNode test = tests(confirm(json, "j").id()).getFirst();
        assertThat(test.at("/prompt/expected_response").asString()).isEqualTo("A");
        assertThat(test.at("/test_metadata/context").size()).isEqualTo(2);
        assertThat(test.at("/test_metadata/k").asInt()).isEqualTo(1);
        assertThat(test.at("/test_metadata/source_file").asString()).isEqualTo("f.pdf");
        Answer csv = analyze("goldens.csv", """
                input,expectedOutput,context,additionalMetadata
                Q,A,c1|c2,"{""k"": 2}"
                P,B,c,"{'k': 2}"
                """);
        Answer parsed = parse(csv, Map.of());
        assertThat(reported(parsed, "warnings")).containsExactly("3 additional_metadata");
        JsonNode second = tests(confirm(csv, "c").id()).getFirst();
        assertThat(second.at("/test_metadata/context").size()).isEqualTo(2);
        assertThat(second.at("/test_metadata/k").asInt()).isEqualTo(2);
    }

    @Test
    void rowsWithAGoalAreTestsOverSeveralTurns() {
        Answer analysis = analyze("multi.csv", """
                name,goal,scenario,context,max_turns,topic
                One,Get a refund,Angry,"{""order"": 7}",4,Refunds
                """);
        Answer parsed = parse(analysis, Map.of("mapping", analysis.at("suggested_mapping"), "test_type", "Multi-Turn"));
        assertThat(parsed.text("detected_test_type")).isEqualTo("Multi-Turn");
        assertThat(parsed.text("test_type_warning")).isNull();
        Answer set = confirm(analysis, "m");
        assertThat(set.text("test_set_type.type_value")).isEqualTo("Multi-Turn");
        JsonNode test = tests(set.id()).getFirst();
        assertThat(test.at("/test_configuration/context/order").asInt()).isEqualTo(7);
        assertThat(test.at("/test_configuration/max_turns").asInt()).isEqualTo(4);
        assertThat(test.at("/test_type/type_value").asString()).isEqualTo("Multi-Turn");
        Answer other = parse(analyze("m.csv", "goal\nx\n"), Map.of("test_type", "Single-Turn"));
        assertThat(other.text("test_type_warning")).contains("Multi-Turn");
    }

    @Test
    void everyBadFieldOfAStepIsNamed() {
        Answer analysis = analyze("t.csv", "a,b,c\n1,2,3\n");
        Map<String, String> mapping = Map.of("a", "prompt_content", "b", "prompt_content", "c", "nowhere", "d", "name");
        assertThat(parse(analysis, Map.of("mapping", mapping)).badFields())
                .contains("body.mapping.c", "body.mapping.d")
                .hasSize(3);
        assertThat(parse(analysis, Map.of("test_type", "None")).badFields()).containsExactly("body.test_type");
        String id = String.valueOf(analysis.text("import_id"));
        assertThat(api.post("/import/" + id + "/confirm", Map.of("name", "n")).status())
                .isEqualTo(409);
        assertThat(api.get("/import/" + id + "/preview").status()).isEqualTo(409);
        parse(analysis, Map.of("mapping", Map.of("a", "prompt_content", "b", "ignore")));
        assertThat(api.post("/import/" + id + "/confirm", Map.of()).badFields()).containsExactly("body.name");
        assertThat(api.get("/import/" + id + "/preview?page=0").text("field")).isEqualTo("page");
        assertThat(api.get("/import/" + id + "/preview?page_size=101").text("field"))
                .isEqualTo("page_size");
        assertThat(api.get("/import/" + id + "/preview?page=2147483647&page_size=100")
                        .at("rows")
                        .size())
                .isZero();
        assertThat(api.post("/import/analyze", Map.of()).status()).isEqualTo(415);
        assertThat(api.upload("/import/analyze", "other", Map.of("t.csv", new byte[1]))
                        .badFields())
                .containsExactly("body.file");
        Answer tooLarge = analyze("t.csv", new byte[20 * 1024 * 1024 + 1]);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.at("limit_bytes").asInt()).isEqualTo(20 * 1024 * 1024);
    }

    @Test
    void aNameMayBeSharedAndARepeatedConfirmationChangesNothing() {
        api.create("/test_sets", Map.of("name", "Shared"));
        Answer analysis = analyze("t.csv", "prompt\nx\n");
        parse(analysis, Map.of());
        Answer set = confirm(analysis, "shared");
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.text("slug")).isEqualTo("shared-2");
        assertThat(confirm(analysis, "Again").text("import.status")).isEqualTo("unchanged");
    }

    @Test
    void aCancelledImportIsGone() {
        Answer analysis = analyze("t.csv", "prompt\nx\n");
        String id = String.valueOf(analysis.text("import_id"));
        Answer cancelled = api.delete("/import/" + id);
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("status")).isEqualTo("cancelled");
        assertThat(cancelled.text("import_id")).isEqualTo(id);
        assertThat(api.delete("/import/" + id).status()).isEqualTo(404);
        assertThat(parse(analysis, Map.of()).status()).isEqualTo(404);
        assertThat(confirm(analysis, "n").status()).isEqualTo(404);
    }

    @Test
    void aFinishedImportIsNoLongerChanged() {
        Answer analysis = analyze("t.csv", "prompt\nx\n");
        parse(analysis, Map.of());
        String set = confirm(analysis, "n").id();
        String id = String.valueOf(analysis.text("import_id"));
        assertThat(api.delete("/import/" + id).status()).isEqualTo(409);
        assertThat(parse(analysis, Map.of()).status()).isEqualTo(409);
        api.delete("/test_sets/" + set);
        assertThat(confirm(analysis, "n").status()).isEqualTo(409);
    }

    @Test
    void aFinishedImportHasNoRowsToShow() {
        Answer analysis = analyze("t.csv", "prompt\nx\n");
        parse(analysis, Map.of());
        confirm(analysis, "n");
        assertThat(api.get("/import/" + analysis.text("import_id") + "/preview").status())
                .isEqualTo(409);
    }

    @Test
    void theOldestOfManyOpenImportsIsGivenUp() {
        Answer oldest = analyze("0.csv", "prompt\nx\n");
        Answer second = analyze("1.csv", "prompt\nx\n");
        for (int file = 2; file <= 50; file++) {
            analyze(file + ".csv", "prompt\nx\n");
        }
        assertThat(parse(oldest, Map.of()).status()).isEqualTo(404);
        assertThat(parse(second, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void promptsMayBeTextsAndObjectsInOneFile() {
        Answer analysis = analyze("t.jsonl", """
                {"prompt": "as a text"}
                {"prompt": {"content": "as an object", "expected_response": "e"}}
                """);
        assertThat(parse(analysis, Map.of()).at("validation_summary.valid_rows").asInt())
                .isEqualTo(2);
        List<JsonNode> tests = tests(confirm(analysis, "Mixed").id());
        assertThat(tests.stream().map(test -> test.at("/prompt/content").asString()))
                .containsExactly("as a text", "as an object");
    }

    @Test
    void aLineThatCanNotBeReadHasOneErrorThatSaysSo() {
        Answer analysis = analyze("t.jsonl", "{\"prompt\": \"fine\"}\n{\"prompt\": \n[1]\n");
        Answer parsed = parse(analysis, Map.of());
        assertThat(parsed.at("errors").findValuesAsString("message"))
                .containsExactly("is not valid JSON", "must be an object");
        assertThat(confirm(analysis, "n").at("import.errors").findValuesAsString("row"))
                .containsExactly("2", "3");
        Answer nothingFit = analyze("t.jsonl", "{\"prompt\": \n[1]\n");
        parse(nothingFit, Map.of());
        assertThat(confirm(nothingFit, "n").badFields()).containsExactly("body.rows.1", "body.rows.2");
    }

    @Test
    void anImportExpires() throws SQLException {
        Answer analysis = analyze("t.csv", "prompt\nx\n");
        String id = String.valueOf(analysis.text("import_id"));
        assertThat(expire(id)).isEqualTo(1);
        assertThat(parse(analysis, Map.of()).status()).isEqualTo(404);
        analyze("u.csv", "prompt\ny\n");
        assertThat(expire(id)).isZero();
    }

    @Test
    void otherOrganizationSeesAndChangesNothing() {
        Answer analysis = analyze("t.csv", "prompt\nx\n");
        parse(analysis, Map.of());
        String path = "/import/" + analysis.text("import_id");
        Api others = organizations.create();
        for (String id : List.of(path, "/import/" + UUID.randomUUID())) {
            assertThat(others.get(id + "/preview").status()).isEqualTo(404);
            assertThat(others.post(id + "/parse", Map.of()).status()).isEqualTo(404);
            assertThat(others.post(id + "/confirm", Map.of("name", "n")).status())
                    .isEqualTo(404);
            assertThat(others.delete(id).status()).isEqualTo(404);
        }
        Answer theirs = others.upload("/import/analyze", "file", Map.of("t.csv", "prompt\nx\n".getBytes(UTF_8)));
        others.post("/import/" + theirs.text("import_id") + "/parse", Map.of());
        confirm(analysis, "Mine");
        Answer own = others.post("/import/" + theirs.text("import_id") + "/confirm", Map.of("name", "Theirs"));
        assertThat(own.text("import.status")).isEqualTo("created");
    }

    private static int expire(String id) throws SQLException {
        try (Connection connection =
                        TestDatabase.shared().connect(TestDatabase.shared().migrator());
                PreparedStatement statement = connection.prepareStatement(
                        "update app.import_session set expires_at = now() - interval '1 second' where id = ?::uuid")) {
            statement.setString(1, id);
            return statement.executeUpdate();
        }
    }

    private static List<String> reported(Answer parsed, String kind) {
        List<String> reported = new ArrayList<>();
        parsed.at(kind)
                .forEach(report -> reported.add(report.path("row").asString() + " "
                        + report.path("field").asString()));
        return reported;
    }

    private Answer imported(String name, byte[] content, String setName) {
        Answer analysis = analyze(name, content);
        assertThat(parse(analysis, Map.of()).status()).isEqualTo(200);
        return confirm(analysis, setName);
    }

    private Answer analyze(String name, String content) {
        return analyze(name, content.getBytes(UTF_8));
    }

    private Answer analyze(String name, byte[] content) {
        return api.upload("/import/analyze", "file", Map.of(name, content));
    }

    private Answer parse(Answer analysis, Map<String, ?> body) {
        return api.post("/import/" + analysis.text("import_id") + "/parse", body);
    }

    private Answer confirm(Answer analysis, String name) {
        return api.post("/import/" + analysis.text("import_id") + "/confirm", Map.of("name", name));
    }

    private List<JsonNode> tests(String set) {
        return List.copyOf(api.get("/test_sets/" + set + "/tests").json().values());
    }
}
