package ai.rhesis.backend.portal.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Mailbox;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Sends feedback as the frontend's server does, without a token.
@IntegrationTest
class FeedbackApiTests {

    @Autowired
    Organizations organizations;

    @Test
    void feedbackReachesTheOperatorAndCanSetNoHeaderOfTheMail() {
        Map<String, Object> feedback = new HashMap<>(Map.of(
                "feedback",
                "Works.\r\nBcc: all@example.com",
                "rating",
                4.5,
                "user_email",
                "ada@example.com\r\nTo: x@y"));
        feedback.put("user_name", null);
        Answer sent = organizations.anonymous().post("/feedback/", feedback);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.at("success").asBoolean()).isTrue();
        assertThat(sent.text("message")).isNotBlank();
        String mail = Mailbox.shared().next("operator@example.com", "Works.");
        String head = mail.split("\r?\n\r?\n", 2)[0];
        assertThat(head).doesNotContain("all@example.com", "x@y");
        assertThat(mail).contains("Works.", "4.5", "ada@example.com");
    }

    @Test
    void badFeedbackNamesTheField() {
        assertThat(organizations
                        .anonymous()
                        .post("/feedback", Map.of("feedback", " "))
                        .badFields())
                .containsExactly("body.feedback");
        for (double rating : new double[] {0, 5.1}) {
            assertThat(organizations
                            .anonymous()
                            .post("/feedback", Map.of("feedback", "x", "rating", rating))
                            .badFields())
                    .containsExactly("body.rating");
        }
    }
}
