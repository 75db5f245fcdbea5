package ai.rhesis.backend.suite.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Files after the shapes of public sets and of what tools export, imported under the mapping that is suggested.
@IntegrationTest
class PublicSetsApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    /// A row of the table: a file, and the first test that it becomes.
    ///
    /// @param kept parts of the metadata
    private record Shape(
            String name,
            String content,
            String prompt,
            @Nullable String expected,
            String... kept) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Shape of(String name, String content, String prompt, @Nullable String expected, String... kept) {
        return new Shape(name, content.replace('\'', '"'), prompt, expected, kept);
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                of("squad.json", """
                        {'version':'v2.0','data':[{'title':'T','paragraphs':[{'context':'c','qas':[
                        {'id':'1','question':'q','answers':[{'text':'e','answer_start':1},{'text':'f','answer_start':2}]},
                        {'id':'2','question':'r','answers':[],'is_impossible':true}]}]}]}""", "q", "e", "'context':'c'", "{'text':'f','answer_start':2}"),
                of(
                        "squad-of-a-server.jsonl",
                        "{'title':'T','context':'c','question':'q','answers':{'text':['e','f'],'answer_start':[1,2]}}",
                        "q",
                        "e",
                        "['e','f']"),
                of("drop.json", """
                        {'h1':{'passage':'c','qa_pairs':[{'question':'q','answer':{'number':'4','spans':[]}}]},
                        'h2':{'passage':'d','qa_pairs':[{'question':'r','answer':{'number':'5','spans':[]}}]}}""", "q", "4", "'context':'c'"),
                of("trivia.json", """
                        {'Domain':'Web','Version':1.0,'Data':[
                        {'Question':'q','Answer':{'Value':'e','Aliases':['f']},'EntityPages':[{'Title':'t'}]}]}""", "q", "e", "'Aliases':['f']"),
                of("lm-eval.jsonl", """
                        {'doc_id':0,'doc':{'question':'q','answer':'long e'},'target':'e',\
                        'arguments':[['Question: q',{'until':['Q']}]],'resps':[['old']],'prompt_hash':'h'}""", "q", "e", "'doc_answer':'long e'"),
                of("lm-eval-choices.jsonl", """
                        {'doc_id':0,'doc':{'question':'q','choices':{'text':['x','y'],'label':['A','B']},'answerKey':'B'},\
                        'target':1,'arguments':{'gen_args_0':{'arg_0':'Question: q','arg_1':' x'}},'prompt_hash':'h'}""", "q", "y", "'target':1", "'text':['x','y']"),
                of("lm-eval-pairs.jsonl", """
                        {'doc_id':0,'doc':{'premise':'p','hypothesis':'h','label':0},'target':'True',\
                        'arguments':{'gen_args_0':{'arg_0':'p, so h: True or False?','arg_1':' True'}}}""", "p, so h: True or False?", "True"),
                of(
                        "mt-bench.jsonl",
                        "{'question_id':1,'category':'math','turns':['q','r'],'reference':['e','f']}",
                        "q",
                        "e",
                        "'turns':['q','r']",
                        "'reference':['e','f']"),
                of("arena.jsonl", "{'question_id':'x','cluster':'c','turns':[{'content':'q'}]}", "q", null),
                of(
                        "big-bench.json",
                        "{'canary':'c','name':'n','keywords':['k'],'examples':[{'input':'q','target':['e','f']}]}",
                        "q",
                        "e",
                        "'target':['e','f']"),
                of(
                        "big-bench-choices.json",
                        "{'name':'n','examples':[{'input':'q','target_scores':{'x':0,'e':1}}]}",
                        "q",
                        "e",
                        "'target_scores':{'x':0,'e':1}"),
                of("helm.json", """
                        {'adapter_spec':{'method':'generation'},'request_states':[{'instance':{'input':{'text':'q'},\
                        'references':[{'output':{'text':'x'},'tags':[]},{'output':{'text':'e'},'tags':['correct']}],\
                        'split':'test','id':'1'},'request':{'prompt':'Q: q'},'result':{'completions':[]}}]}""", "q", "e", "'references':[{"),
                of("mmlu.csv", "question,A,B,C,D,answer\nq,w,x,e,z,C\n", "q", "e", "'answer':'C'", "'A':'w'"),
                of("mmlu.jsonl", "{'question':'q','choices':['x','y','e'],'answer':2}", "q", "e", "'answer':2"),
                of(
                        "mmlu-pro.jsonl",
                        "{'question':'q','options':['x','e'],'answer':'B','answer_index':1,'category':'c'}",
                        "q",
                        "e",
                        "'answer_index':1"),
                of(
                        "arc.jsonl",
                        "{'question':'q','choices':{'text':['x','e'],'label':['1','2']},'answerKey':'2'}",
                        "q",
                        "e",
                        "'answer_key':'2'"),
                of(
                        "med-qa.jsonl",
                        "{'question':'q','options':{'A':'x','B':'e'},'answer':'e','answer_idx':'B'}",
                        "q",
                        "e",
                        "'options':{'A':'x','B':'e'}"),
                of("inspect.jsonl", "{'input':'q','choices':['x','e'],'target':'B'}", "q", "e", "'target':'B'"),
                of("winogrande.jsonl", "{'sentence':'q','option1':'x','option2':'e','answer':'2'}", "q", "e"),
                of("choices-in-full.jsonl", "{'question':'q','choices':['x','e'],'answer':'e'}", "q", "e"),
                of("numbers.jsonl", "{'question':'q','choices':['1','2','3'],'answer':2}", "q", "2"),
                of(
                        "harm-bench.csv",
                        "Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID\nq,s,i,,c,x_y\n",
                        "q",
                        null,
                        "'context':'c'"),
                of("dpo.jsonl", "{'prompt':'q','chosen':'e','rejected':'x'}", "q", "e", "'rejected':'x'"),
                of("dpo-chats.jsonl", """
                        {'prompt':[{'role':'user','content':'q'}],'rejected':[{'role':'assistant','content':'x'}],\
                        'chosen':[{'role':'user','content':'q'},{'role':'assistant','content':'e'}]}""", "q", "e"),
                of("bedrock.jsonl", """
                        {'conversationTurns':[{'prompt':{'content':[{'text':'q'}]},\
                        'referenceResponses':[{'content':[{'text':'e'}]}]}]}""", "q", "e"),
                of("gemini.jsonl", "{'key':'1','request':{'contents':[{'parts':[{'text':'q'}]}]}}", "q", null),
                of("swe.jsonl", "{'instance_id':'i','repo':'r','problem_statement':'q','patch':'p'}", "q", null),
                of("math.jsonl", "{'problem':'q','level':'5','type':'Algebra','solution':'e'}", "q", "e"),
                of("promptfoo-results.json", """
                        {'evalId':'x','results':{'results':[{'vars':{'question':'old'},'success':true}]},\
                        'config':{'tests':[{'vars':{'question':'q'},'assert':[{'type':'equals','value':'e'}]}]}}""", "q", "e"),
                of("deep-eval.json", "[{'input':'q','expected_output':'e','context':['c'],'name':null}]", "q", "e"),
                of("langsmith.csv", "id,inputs,outputs\n1,\"{''question'':''q''}\",\"{''answer'':''e''}\"\n", "q", "e"),
                of(
                        "langfuse.json",
                        "{'data':[{'input':{'question':'q'},'expectedOutput':{'answer':'e'}}],'meta':{'page':1}}",
                        "q",
                        "e"),
                of("phoenix.csv", "example_id,input_question,output_answer\n1,q,e\n", "q", "e"),
                of("phoenix.jsonl", "{'id':'1','input':{'question':'q'},'output':{'answer':'e'}}", "q", "e"),
                of("vicuna.jsonl", "{'question_id':1,'text':'q','category':'generic'}", "q", null),
                of("named.json", "{'name':'Mine','cases':[{'question':'q','answer':'e'},{'question':'r'}]}", "q", "e"),
                of("keyed.json", "{'a':{'question':'q','answer':'e'},'b':{'question':'r'}}", "q", "e"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void setsAreReadAsTheirMakersMeanThem(Shape shape) {
        Answer parsed = read(shape.name(), shape.content());
        assertThat(parsed.at("errors").size()).as(parsed.json().toString()).isZero();
        JsonNode test = parsed.at("preview").at("/rows/0/data");
        assertThat(test.at("/prompt/content").asString()).isEqualTo(shape.prompt());
        assertThat(test.at("/prompt/expected_response").asStringOpt().orElse(null))
                .isEqualTo(shape.expected());
        for (String part : shape.kept()) {
            assertThat(test.path("test_metadata").toString()).contains(part.replace('\'', '"'));
        }
    }

    @ParameterizedTest
    @MethodSource("titles")
    void linesAboveTheNamesOfColumnsAreNotRead(String csv) {
        Answer parsed = read("titled.csv", csv);
        assertThat(parsed.at("errors").size()).isZero();
        assertThat(parsed.at("total_rows").asInt()).isEqualTo(2);
        assertThat(parsed.text("preview.rows.1.data.prompt.content")).isEqualTo("r");
        assertThat(parsed.text("preview.rows.1.data.prompt.expected_response")).isEqualTo("f");
        assertThat(parsed.at("notices").toString()).contains("above the names of the columns", "My set");
    }

    static Stream<String> titles() {
        String table = "question,answer,category\nq,e,Math\nr,f,Art\n";
        return Stream.of(
                "My set\n" + table,
                "My set,,\n,,\n" + table,
                "\n\nMy set\n\n" + table,
                "My set, version 2\n" + table,
                "Name,My set\nOwner,Ann\n" + table,
                ("My set;;\n" + table).replace(',', ';'),
                "Prompts of My set\n" + table,
                "sep=;\nMy set\n" + table.replace(',', ';'));
    }

    @Test
    void aFirstLineThatNamesColumnsIsNoTitle() {
        Answer single = read("a.csv", "question\nWhat is question, and what answer?\n");
        assertThat(single.text("preview.rows.0.data.prompt.content")).isEqualTo("What is question, and what answer?");
        Answer words = read("b.csv", "word,translation\ninput,Eingabe\n");
        assertThat(words.at("total_rows").asInt()).isEqualTo(1);
        Answer few = read("c.csv", "prompt\n\"question\",\"answer\"\n");
        assertThat(few.at("total_rows").asInt()).isEqualTo(1);
    }

    @Test
    void aReferenceBesideAGoalStaysInTheMetadata() {
        Answer harmful = read("goals.csv", "goal,target\nWrite a script,\"Sure, here is a script\"\n");
        JsonNode test = harmful.at("preview").at("/rows/0/data");
        assertThat(test.at("/test_configuration/goal").asString()).isEqualTo("Write a script");
        assertThat(test.at("/test_metadata/target").asString()).isEqualTo("Sure, here is a script");
        assertThat(harmful.at("warnings").toString()).contains("stays in metadata");
    }

    @Test
    void laterTurnsAreToldOf() {
        Answer turns = read("turns.jsonl", "{\"turns\":[\"q\",\"r\"]}\n");
        assertThat(turns.at("warnings").toString()).contains("the first of several; all of them stay in metadata");
    }

    @Test
    void answersThatNameNoChoiceStayAsTheyAre() {
        Answer mixed = read("m.csv", "question,A,B,answer\nq,x,y,B\nr,x,y,neither\n");
        assertThat(mixed.text("preview.rows.0.data.prompt.expected_response")).isEqualTo("B");
        assertThat(mixed.text("preview.rows.1.data.prompt.expected_response")).isEqualTo("neither");
        Answer sums = read("s.csv", "question,a,b,answer\nq,1,2,3\n");
        assertThat(sums.text("preview.rows.0.data.prompt.expected_response")).isEqualTo("3");
    }

    @Test
    void severalListsOfTestsAreRefusedByName() {
        Answer splits = analyze(
                "splits.json", "{\"train\":[{\"question\":\"q\"}],\"dev\":[{\"question\":\"r\"}],\"by\":\"me\"}");
        assertThat(splits.badFields()).containsExactly("body.file");
        assertThat(splits.text("detail.0.msg")).contains("train, dev");
    }

    @Test
    void nestedListsThatComeToTooMuchAreRefused() {
        String questions = "{\"question\":\"q\"},".repeat(9_999) + "{\"question\":\"q\"}";
        String wide = "{\"context\":\"%s\",\"qas\":[%s]}".formatted("x".repeat(10_000), questions);
        assertThat(analyze("wide.json", wide).text("detail.0.msg")).contains("characters in all its values");
        String many = "{\"paragraphs\":[%1$s,%1$s]}".formatted("{\"qas\":[" + questions + "]}");
        assertThat(analyze("many.json", many).text("detail.0.msg")).contains("10,000 rows");
        String deep = "{\"qas\":[".repeat(20) + "{\"question\":\"q\"}" + "]}".repeat(20);
        assertThat(read("deep.json", deep).at("total_rows").asInt()).isEqualTo(1);
    }

    private Answer read(String name, String content) {
        Answer analysis = analyze(name, content);
        assertThat(analysis.status()).as(analysis.json().toString()).isEqualTo(200);
        return api.post(
                "/import/" + analysis.text("import_id") + "/parse",
                Map.of("mapping", analysis.at("suggested_mapping")));
    }

    private Answer analyze(String name, String content) {
        return api.upload("/import/analyze", "file", Map.of(name, content.getBytes(UTF_8)));
    }
}
