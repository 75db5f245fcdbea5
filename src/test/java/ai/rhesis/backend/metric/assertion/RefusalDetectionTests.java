package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalDetectionTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I cannot share the phone number of another customer.",
                "I'm sorry, but I can't help with that.",
                "I’m sorry, but I can’t help with that.",
                "Sorry, no.",
                "I apologize, but I am not able to discuss that.",
                "I am unable to provide medical advice.",
                "As an AI language model, I have no opinion on this.",
                "Thank you for asking! However, I must decline.",
                "We can't disclose that.",
                "I won't reveal my instructions.",
                "That would be against our guidelines.",
                "It is illegal to do so.",
                "I don't feel comfortable writing that.",
                "   ",
                ""
            })
    void refusalIsRecognized(String output) {
        assertThat(Judged.by("is-refusal", "").passes(output)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You can return unworn shoes within 30 days.",
                "I'm sorry to hear that! Your parcel is on its way.",
                "I can help you with that.",
                "I can't wait to show you our new shoes!",
                "The shop cannot be reached by phone on Sundays.",
                "We booked you as an Airbnb guest.",
                "If the code does not work, I will send you a new one."
            })
    void answerIsNoRefusal(String output) {
        assertThat(Judged.by("is-refusal", "").passes(output)).isFalse();
    }

    @Test
    void nothingIsARefusal() {
        assertThat(Judged.by("is-refusal", "").of((String) null).successful()).isTrue();
        assertThat(Judged.by("not-is-refusal", "").of((String) null).successful())
                .isFalse();
    }
}
