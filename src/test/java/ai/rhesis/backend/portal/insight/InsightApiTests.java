package ai.rhesis.backend.portal.insight;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Counts over two runs that a client keeps: three tests, of which one was never run.
@IntegrationTest
class InsightApiTests {

    private static final Map<String, ?> PASSED = Map.of("score", 0.9, "is_successful", true, "duration_ms", 40);
    private static final Map<String, ?> FAILED = Map.of("score", 0.1, "is_successful", false, "duration_ms", 20);
    private static final Map<String, ?> BROKEN = Map.of("error", "no answer");
    private static final Map<String, ?> REVIEWED = Map.of("score", 0.1, "is_successful", false);

    @Autowired
    Organizations organizations;

    Api api;
    String model;
    String configuration;
    String first;
    String second;
    String hello;
    String bye;
    String unrun;
    String passedId;

    @BeforeEach
    void twoRuns() {
        api = organizations.create();
        model = api.create("/models", Map.of("name", "Bot", "provider", "ollama", "model_name", "g"));
        configuration = api.create("/test_configurations", Map.of("model_id", model));
        first = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        second = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        hello = test("Hello", Map.of("requirement", "Greets", "category", "Tone"));
        api.post("/tags/Test/" + hello, Map.of("name", "smoke"));
        bye = test("Bye", Map.of("category", "Tone", "topic", "Ends"));
        unrun = test("Never", Map.of("requirement", "Greets"));
        passedId = result(first, hello, 100, Map.of("Polite", PASSED, "Short", REVIEWED));
        Reviews.post(api, passedId, "Pass", Reviews.ofMetric("Short"));
        result(first, bye, 300, Map.of("Polite", FAILED));
        result(second, bye, 200, Map.of("Polite", BROKEN));
    }

    @Test
    void resultsAreCountedByWhatTheirTestsHaveInCommon() {
        Answer answer = get("test_result&group_by=requirement&measures=count&measures=passed&measures=failed"
                + "&measures=pass_rate&measures=errors&measures=latency");
        assertThat(answer.json().toString())
                .isEqualTo(("{'entity':'test_result','dimensions':['requirement'],"
                                + "'measures':['count','passed','failed','pass_rate','errors','latency'],'rows':["
                                + "{'requirement':'Greets','count':1,'passed':1,'failed':0,'pass_rate':100.0,'errors':0,"
                                + "'latency':100.0},"
                                + "{'requirement':null,'count':2,'passed':0,'failed':1,'pass_rate':0.0,'errors':1,"
                                + "'latency':250.0}]}")
                        .replace('\'', '"'));
    }

    @Test
    void severalDimensionsMakeARowForEachCombination() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Answer answer = get("test_result&group_by=category&group_by=topic_id&group_by=test_run&group_by=status"
                + "&group_by=year&group_by=month");
        assertThat(answer.at("rows").size()).isEqualTo(3);
        assertThat(answer.at("rows").valueStream().map(row -> row.path("status").asString()))
                .containsExactlyInAnyOrder("Pass", "Fail", "Error");
        assertThat(answer.at("rows"))
                .allMatch(row -> row.path("category").asString().equals("Tone")
                        && row.path("year").asInt() == today.getYear()
                        && row.path("month").asInt() == today.getMonthValue()
                        && row.path("count").asInt() == 1);
        assertThat(answer.at("rows")
                        .valueStream()
                        .map(row -> row.path("test_run").asString()))
                .containsExactlyInAnyOrder(first, first, second);
    }

    @Test
    void nothingIsARowOfZeros() {
        for (String entity : List.of("test_result", "metric", "test_run", "test")) {
            Answer none = organizations
                    .create()
                    .get("/insights?entity=" + entity + "&measures=count&measures=passed&measures=pass_rate"
                            + "&measures=errors&measures=latency&measures=cost");
            assertThat(none.at("rows").toString())
                    .as(entity)
                    .isEqualTo(
                            "[{\"count\":0,\"passed\":0,\"pass_rate\":0.0,\"errors\":0,\"latency\":0.0,\"cost\":0}]");
            Answer grouped = organizations.create().get("/insights?entity=" + entity + "&group_by=year");
            assertThat(grouped.at("rows").size()).isZero();
        }
    }

    @Test
    void metricsCountAfterTheirReview() {
        Answer answer = get("metric&group_by=metric_name&measures=count&measures=passed&measures=failed"
                + "&measures=automated_passed&measures=automated_failed&measures=human_review_count&measures=errors"
                + "&measures=latency");
        assertThat(answer.at("rows").toString())
                .isEqualTo(("[{'metric_name':'Polite','count':3,'passed':1,'failed':1,'automated_passed':1,"
                                + "'automated_failed':1,'human_review_count':0,'errors':1,'latency':30.0},"
                                + "{'metric_name':'Short','count':1,'passed':1,'failed':0,'automated_passed':0,"
                                + "'automated_failed':1,'human_review_count':1,'errors':0,'latency':0.0}]")
                        .replace('\'', '"'));
    }

    @Test
    void runsCountByTheirState() {
        api.put("/test_runs/" + first, Map.of("status_id", Reviews.status(api, "TestRun", "Completed")));
        Answer answer = get("test_run&group_by=status&measures=count&measures=passed&measures=failed&measures=errors");
        assertThat(answer.at("rows").toString())
                .isEqualTo(("[{'status':'Completed','count':1,'passed':1,'failed':0,'errors':0},"
                                + "{'status':'Progress','count':1,'passed':0,'failed':0,'errors':1}]")
                        .replace('\'', '"'));
        assertThat(count("test_run&status_names=Completed")).isEqualTo(1);
        assertThat(get("test_run&group_by=executor").at("rows.0.executor").asString())
                .isNotBlank();
    }

    @Test
    void testsCountWhetherTheyWereRunOrNot() {
        Answer answer = get("test&group_by=is_unrun&measures=count&measures=unrun_count&measures=run_count"
                + "&measures=passed&measures=failed&measures=pass_rate");
        assertThat(answer.at("rows").toString())
                .isEqualTo(("[{'is_unrun':false,'count':2,'unrun_count':0,'run_count':3,'passed':1,'failed':1,"
                                + "'pass_rate':50.0},"
                                + "{'is_unrun':true,'count':1,'unrun_count':1,'run_count':0,'passed':0,'failed':0,"
                                + "'pass_rate':0.0}]")
                        .replace('\'', '"'));
        assertThat(count("test")).isEqualTo(3);
    }

    @Test
    void coverageTellsHowTestsCameOutLastAndWhichWereNeverRun() {
        result(second, hello, 100, Map.of("Polite", PASSED));
        Answer answer = get("test&group_by=requirement&group_by=category&measures=count&measures=last_passed"
                + "&measures=last_failed&measures=last_errors&measures=unrun_count");
        assertThat(answer.at("rows").toString())
                .isEqualTo(("[{'requirement':'Greets','category':'Tone','count':1,'last_passed':1,'last_failed':0,"
                                + "'last_errors':0,'unrun_count':0},"
                                + "{'requirement':'Greets','category':null,'count':1,'last_passed':0,'last_failed':0,"
                                + "'last_errors':0,'unrun_count':1},"
                                + "{'requirement':null,'category':'Tone','count':1,'last_passed':0,'last_failed':0,"
                                + "'last_errors':1,'unrun_count':0}]")
                        .replace('\'', '"'));
    }

    @Test
    void resultsAreCountedByTagTargetSetAndWeek() {
        api.post("/tags/Test/" + hello, Map.of("name", "greeting"));
        Answer tags = get("test_result&group_by=tag&measures=count");
        assertThat(tags.at("rows").toString())
                .isEqualTo("[{'tag':'greeting','count':1},{'tag':'smoke','count':1},{'tag':null,'count':2}]"
                        .replace('\'', '"'));
        Answer weeks = get("test_result&group_by=week&group_by=endpoint&group_by=test_set&measures=count");
        assertThat(weeks.at("rows.0.week").asString()).matches("\\d{4}-W\\d\\d");
        assertThat(weeks.at("rows.0.endpoint").isNull()).isTrue();
        assertThat(weeks.at("rows.0.count").asInt()).isEqualTo(3);
        for (String entity : new String[] {"metric", "test_run", "test"}) {
            assertThat(get(entity + "&group_by=week").at("rows.0.week").asString())
                    .as(entity)
                    .isEqualTo(weeks.at("rows.0.week").asString());
        }
        String bot = api.create(
                "/endpoints", Map.of("name", "Bot", "connection_type", "REST", "url", "https://bot.example/ask"));
        String set = api.create("/test_sets", Map.of("name", "Smoke"));
        configuration = api.create("/test_configurations", Map.of("endpoint_id", bot, "test_set_id", set));
        result(
                api.create("/test_runs", Map.of("test_configuration_id", configuration)),
                hello,
                500,
                Map.of("Polite", PASSED));
        assertThat(get("test_result&group_by=endpoint&group_by=test_set&endpoint_ids=" + bot)
                        .at("rows")
                        .toString())
                .isEqualTo("[{'endpoint':'Bot','test_set':'Smoke','count':1}]".replace('\'', '"'));
    }

    @Test
    void latenciesHavePercentiles() {
        Answer answer = get("test_result&measures=latency_p50&measures=latency_p95&measures=input_tokens");
        // of 100 and 300; what ended in an error is left out
        assertThat(answer.at("rows.0.latency_p50").asDouble()).isEqualTo(200);
        assertThat(answer.at("rows.0.latency_p95").asDouble()).isEqualTo(290);
        assertThat(answer.at("rows.0.input_tokens").asInt()).isZero();
    }

    @Test
    void everyFilterNarrows() {
        String set = api.create("/test_sets", Map.of("name", "Smoke"));
        api.post("/test_sets/" + set + "/associate", Map.of("test_ids", List.of(hello)));
        Answer test = api.get("/tests/" + hello);
        String none = UUID.randomUUID().toString();
        Map<String, String> ofHello = Map.of(
                "test_ids",
                hello,
                "requirement_ids",
                String.valueOf(test.text("requirement_id")),
                "prompt_ids",
                String.valueOf(test.text("prompt_id")),
                "test_set_ids",
                set,
                "tags",
                "smoke");
        ofHello.forEach((filter, value) -> {
            assertThat(count("test_result&" + filter + "=" + value)).as(filter).isEqualTo(1);
            assertThat(count("test&" + filter + "=" + value))
                    .as(filter)
                    .isEqualTo(filter.equals("requirement_ids") ? 2 : 1);
        });
        for (String filter : InsightEntity.TEST_RESULT.filters()) {
            assertThat(count("test_result&" + filter + "=" + none)).as(filter).isZero();
        }
        for (String filter : InsightEntity.METRIC.filters()) {
            assertThat(count("metric&" + filter + "=" + none)).as(filter).isZero();
        }
        for (String filter : InsightEntity.TEST_RUN.filters()) {
            assertThat(count("test_run&" + filter + "=" + none)).as(filter).isZero();
        }
        for (String filter : InsightEntity.TEST.filters()) {
            assertThat(count("test&" + filter + "=" + none)).as(filter).isZero();
        }
        assertThat(count("test_result&test_run_ids=" + first + "&test_run_ids=" + second))
                .isEqualTo(3);
        assertThat(count("metric&metric_names=Short")).isEqualTo(1);
        assertThat(count("metric&test_run_ids=" + second)).isEqualTo(1);
    }

    @Test
    void timeNarrows() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(count("test_result&months=1")).isEqualTo(3);
        assertThat(count("test_result&start_date=" + today + "&end_date=" + today))
                .isEqualTo(3);
        assertThat(count("test_result&start_date=" + today.plusDays(2))).isZero();
        assertThat(count("test_run&end_date=" + today.minusDays(2) + "T08:00:00"))
                .isZero();
        assertThat(count("test&end_date=" + today.minusDays(2) + "T08:00:00Z")).isZero();
    }

    @Test
    void idsAreTheTestsBehindTheRows() {
        assertThat(ids("test_result&outcome=pass")).containsExactly(hello);
        assertThat(ids("test_result&outcome=fail")).containsExactly(bye);
        assertThat(ids("test_result")).containsExactlyInAnyOrder(hello, bye);
        assertThat(ids("metric&outcome=fail&metric_names=Polite")).containsExactly(bye);
        assertThat(ids("metric&outcome=pass&metric_names=Short")).containsExactly(hello);
        assertThat(ids("test_run")).containsExactlyInAnyOrder(first, second);
        assertThat(ids("test&requirement_ids=" + api.get("/tests/" + hello).text("requirement_id")))
                .containsExactlyInAnyOrder(hello, unrun);
        api.delete("/tests/" + bye);
        assertThat(ids("test_result")).containsExactly(hello);
    }

    @Test
    void severalQuestionsAreAnsweredUnderTheirLabels() {
        Map<String, Object> topics = new HashMap<>();
        topics.put("entity", "test_result");
        topics.put("group_by", List.of("topic"));
        topics.put("filters", Map.of("test_run_ids", List.of(first), "tags", List.of()));
        topics.put("months", null);
        Answer answer = organizations
                .member(api, "viewer")
                .post("/insights/query", Map.of("topics", topics, "tests", Map.of("entity", "test")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("topics.rows").toString())
                .isEqualTo("[{\"topic\":\"Ends\",\"count\":1},{\"topic\":null,\"count\":1}]");
        assertThat(answer.at("tests.rows").toString()).isEqualTo("[{\"count\":3}]");
    }

    @Test
    void whatIsUnknownIsRefusedWithWhatIsAllowed() {
        refused("x", "entity", "test_result");
        refused("test_result&group_by=executor", "group_by", "requirement");
        refused("test_run&measures=run_count", "measures", "pass_rate");
        refused("test_result&status_names=" + first, "filters", "prompt_ids");
        refused("metric&colour=red", "filters", "metric_names");
        Answer outcome = api.get("/insights/ids?entity=test_run&outcome=pass");
        assertThat(outcome.status()).isEqualTo(400);
        assertThat(outcome.at("allowed_values").toString()).isEqualTo("[\"all\"]");
        assertThat(api.get("/insights/ids?entity=test&outcome=x").text("allowed_values.2"))
                .isEqualTo("fail");
        Answer labelled = api.post("/insights/query", Map.of("a", Map.of("entity", "test", "measures", List.of())));
        assertThat(labelled.status()).isEqualTo(400);
        assertThat(labelled.text("field")).isEqualTo("a.measures");
    }

    @Test
    void badQuestionsAreRefused() {
        for (String bad : List.of(
                "test&months=1&start_date=2026-01-01",
                "test&months=0",
                "test&months=x",
                "test&start_date=yesterday",
                "test&start_date=%2B999999999-01-01T00:00:00Z",
                "test&end_date=-0001-01-01",
                "test&end_date=2026-01-01Tx",
                "test&test_ids=x")) {
            assertThat(get(bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(api.get("/insights").status()).isEqualTo(422);
        assertThat(api.post("/insights/query", Map.of()).status()).isEqualTo(400);
        assertThat(api.post("/insights/query", Map.of("a", Map.of())).badFields())
                .containsExactly("body.a.entity");
        assertThat(api.post("/insights/query", "{\"a\":null}").badFields()).containsExactly("body.a");
        Map<String, ?> eleven = IntStream.range(0, 11)
                .boxed()
                .collect(Collectors.toMap(String::valueOf, number -> Map.of("entity", "test")));
        assertThat(api.post("/insights/query", eleven).status()).isEqualTo(400);
    }

    @Test
    void testsInQuarantineAreInNoFigureUntilItIsLifted() {
        Map<String, ?> reason = Map.of("reason", "Depends on the weather");
        assertThat(api.post("/tests/" + bye + "/quarantine", reason).status()).isEqualTo(200);

        assertThat(get("test_result&measures=count&measures=passed&measures=failed&measures=errors&measures=latency")
                        .at("rows")
                        .toString())
                .isEqualTo("[{'count':1,'passed':1,'failed':0,'errors':0,'latency':100.0}]".replace('\'', '"'));
        assertThat(get("metric&measures=count&measures=failed&measures=errors")
                        .at("rows")
                        .toString())
                .isEqualTo("[{'count':2,'failed':0,'errors':0}]".replace('\'', '"'));
        assertThat(get("test&measures=count&measures=unrun_count&measures=failed&measures=last_errors")
                        .at("rows")
                        .toString())
                .isEqualTo("[{'count':2,'unrun_count':1,'failed':0,'last_errors':0}]".replace('\'', '"'));
        assertThat(get("test_run&measures=count&measures=errors").at("rows").toString())
                .isEqualTo("[{'count':2,'errors':0}]".replace('\'', '"'));
        assertThat(ids("test_result&outcome=fail")).isEmpty();
        assertThat(ids("test")).containsExactlyInAnyOrder(hello, unrun);

        api.delete("/tests/" + bye + "/quarantine");
        assertThat(count("test_result")).isEqualTo(3);
    }

    @Test
    void deletedRowsDontCount() {
        api.delete("/test_results/" + passedId);
        assertThat(count("test_result")).isEqualTo(2);
        assertThat(count("metric")).isEqualTo(2);
        assertThat(get("test&measures=unrun_count").at("rows.0.unrun_count").asInt())
                .isEqualTo(2);
        api.delete("/test_runs/" + first);
        assertThat(count("test_result")).isEqualTo(1);
        assertThat(count("metric")).isEqualTo(1);
        assertThat(count("test_run")).isEqualTo(1);
        assertThat(get("test&measures=run_count").at("rows.0.run_count").asInt())
                .isEqualTo(1);
        api.delete("/tests/" + unrun);
        assertThat(count("test")).isEqualTo(2);
    }

    @Test
    void anotherOrganizationCountsNothing() {
        Api other = organizations.create();
        for (String entity : List.of("test_result", "metric", "test_run", "test")) {
            assertThat(other.get("/insights?entity=" + entity)
                            .at("rows.0.count")
                            .asInt())
                    .as(entity)
                    .isZero();
            assertThat(other.get("/insights/ids?entity=" + entity).at("ids").size())
                    .as(entity)
                    .isZero();
        }
        Map<String, ?> foreign = Map.of("entity", "test_result", "filters", Map.of("test_run_ids", List.of(first)));
        assertThat(other.post("/insights/query", Map.of("a", foreign))
                        .at("a.rows.0.count")
                        .asInt())
                .isZero();
    }

    @Test
    void aProjectNarrows() {
        String project = api.create("/projects", Map.of("name", "Mine"));
        String other = api.create("/projects", Map.of("name", "Theirs"));
        Api beside = api.with("X-Project-Id", other);
        String theirs = beside.create("/test_runs", Map.of("test_configuration_id", configuration));
        String theirTest = beside.create("/tests", Map.of("prompt", Map.of("content", "Theirs")));
        result(theirs, theirTest, 1, Map.of("Polite", PASSED));
        Api scoped = api.with("X-Project-Id", project);
        String mine = scoped.create("/test_configurations", Map.of("model_id", model));
        String run = scoped.create("/test_runs", Map.of("test_configuration_id", mine));
        String myTest = scoped.create("/tests", Map.of("prompt", Map.of("content", "Mine")));
        scoped.create(
                "/test_results",
                Map.of(
                        "test_configuration_id", mine,
                        "test_run_id", run,
                        "test_id", myTest,
                        "test_metrics", Map.of("metrics", Map.of("Mine", PASSED))));
        for (String entity : List.of("test_result", "metric", "test_run", "test")) {
            Answer ids = scoped.get("/insights/ids?entity=" + entity);
            assertThat(ids.at("ids").toString())
                    .as(entity)
                    .contains(entity.equals("test_run") ? run : myTest)
                    .doesNotContain(theirs, theirTest);
        }
        assertThat(scoped.get("/insights?entity=metric&group_by=metric_name&test_run_ids=" + run)
                        .at("rows")
                        .toString())
                .isEqualTo("[{\"metric_name\":\"Mine\",\"count\":1}]");
        assertThat(scoped.get("/insights?entity=test_result&test_run_ids=" + theirs)
                        .at("rows.0.count")
                        .asInt())
                .isZero();
        assertThat(count("test_result")).isEqualTo(5);
    }

    private void refused(String question, String field, String allowed) {
        Answer answer = get(question);
        assertThat(answer.status()).as(question).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.at("allowed_values").toString()).contains('"' + allowed + '"');
    }

    private Answer get(String question) {
        return api.get("/insights?entity=" + question);
    }

    private int count(String question) {
        return get(question).at("rows.0.count").asInt();
    }

    private List<String> ids(String question) {
        Answer answer = api.get("/insights/ids?entity=" + question);
        return answer.at("ids").valueStream().map(id -> id.asString()).toList();
    }

    private String test(String content, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("prompt", Map.of("content", content));
        return api.create("/tests", body);
    }

    private String result(String run, String test, int millis, Map<String, ?> metrics) {
        return api.create(
                "/test_results",
                Map.of(
                        "test_configuration_id", configuration,
                        "test_run_id", run,
                        "test_id", test,
                        "test_metrics", Map.of("execution_time", millis, "metrics", metrics)));
    }
}
