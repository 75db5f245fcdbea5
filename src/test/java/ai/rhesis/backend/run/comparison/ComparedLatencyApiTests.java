package ai.rhesis.backend.run.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.rhesis.backend.platform.statistics.Reference;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The latencies of two runs beside each other.
@IntegrationTest
class ComparedLatencyApiTests {

    @Autowired
    Organizations organizations;

    @Test
    void percentilesAreThoseOfR() {
        Api api = organizations.create();
        for (Reference expected : Reference.of("percentile")) {
            // R has them in milliseconds with three decimals, and a result only whole ones
            long[] thousandfold = Arrays.stream(expected.numbers("values"))
                    .mapToLong(value -> Math.round(value * 1_000))
                    .toArray();
            String figure = expected.number("fraction") == 0.5 ? "median" : "p95";

            Answer found = compare(api, thousandfold, thousandfold);

            assertThat(found.at("latency.baseline." + figure).asDouble() / 1_000)
                    .isCloseTo(expected.number("value"), within(1e-9));
        }
    }

    @Test
    void theRatioIsOfPairsAndWithoutWidthWhereAllAreAlike() {
        Answer found =
                compare(organizations.create(), new long[] {100, 200, 300, 400}, new long[] {200, 400, 600, 800});

        assertThat(found.at("latency.baseline.median").asDouble()).isEqualTo(250);
        assertThat(found.at("latency.candidate.median").asDouble()).isEqualTo(500);
        assertThat(found.at("latency.candidate.p95").asDouble()).isCloseTo(770, within(1e-9));
        assertThat(found.at("latency.ratio").asDouble()).isCloseTo(2, within(1e-9));
        assertThat(found.at("latency.ci").get(0).asDouble()).isCloseTo(2, within(1e-9));
        assertThat(found.at("latency.ci").get(1).asDouble()).isCloseTo(2, within(1e-9));
    }

    private static Answer compare(Api api, long[] before, long[] after) {
        KeptRuns runs = new KeptRuns(api, before.length);
        String baseline = timed(runs, before);
        return api.post("/test_runs/" + timed(runs, after) + "/compare", Map.of("baseline", baseline));
    }

    private static String timed(KeptRuns runs, long[] millis) {
        String run = runs.run("");
        List<String> tests = runs.tests();
        for (int place = 0; place < millis.length; place++) {
            runs.time(run, tests.get(place), millis[place]);
        }
        return run;
    }
}
