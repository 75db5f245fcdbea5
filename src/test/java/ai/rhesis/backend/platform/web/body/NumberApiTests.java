package ai.rhesis.backend.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/// Numbers on their way in and out.
@IntegrationTest
class NumberApiTests {

    private static final Pattern KEPT = Pattern.compile("\"n\":([^,}]+)");

    @Autowired
    Organizations organizations;

    private Api api;

    @BeforeEach
    void makeAnOrganization() {
        api = organizations.create();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1E400",
                "1e-400",
                "0.1234567890123456789",
                "12345678901234567890123456789",
                "9007199254740993",
                "0.10",
                "0.30000000000000004",
                "-0.5",
                "2.5e-3"
            })
    void freeJsonKeepsEveryDigit(String number) {
        String body = "{\"prompt\":{\"content\":\"x\"},\"test_metadata\":{\"n\":" + number + "}}";
        Answer made = api.send(HttpMethod.POST, "/tests", body);
        assertThat(made.status()).isEqualTo(200);
        String read = new String(api.download("/tests/" + made.id()), StandardCharsets.UTF_8);
        Matcher kept = KEPT.matcher(read);
        assertThat(kept.find()).as(read).isTrue();
        assertThat(new BigDecimal(kept.group(1))).isEqualByComparingTo(new BigDecimal(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1001", "1e999999999", "-1e100000", "1e-2000", "1e20000000000"})
    void numbersThatNobodyCouldReadAgainAreRefused(String number) {
        Answer refused = api.send(
                HttpMethod.POST, "/tests", "{\"prompt\":{\"content\":\"x\"},\"test_metadata\":{\"n\":" + number + "}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields().getFirst()).startsWith("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e400", "-1e309", "0.1234567890123456789", "12345678901234567890123", "0.30000000000000001"})
    void decimalsThatADoubleCannotHoldAreRefused(String number) {
        assertThat(metric(number).badFields()).containsExactly("body.threshold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "5e-1", "1", "0", "1.0"})
    void decimalsThatADoubleHoldsAreKept(String number) {
        Answer made = metric(number);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("threshold").asDouble()).isEqualTo(Double.parseDouble(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.9", "2147483648", "-2147483649", "9223372036854775808", "1e300", "1e400", "0.5"})
    void wholeNumbersAreNotCut(String number) {
        assertThat(token(number).badFields()).containsExactly("body.expires_in_days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.0", "2e1", "20.00e-1"})
    void wholeNumbersMayHaveAPoint(String number) {
        assertThat(token(number).status()).isEqualTo(200);
    }

    private Answer token(String days) {
        return api.send(HttpMethod.POST, "/tokens", "{\"name\":\"x\",\"expires_in_days\":" + days + "}");
    }

    private Answer metric(String threshold) {
        return api.send(
                HttpMethod.POST,
                "/metrics",
                "{\"name\":\"m\",\"score_type\":\"numeric\",\"metric_scope\":[\"Single-Turn\"],\"evaluation_prompt\":\"?\","
                        + "\"min_score\":0,\"max_score\":1,\"threshold\":" + threshold + "}");
    }
}
