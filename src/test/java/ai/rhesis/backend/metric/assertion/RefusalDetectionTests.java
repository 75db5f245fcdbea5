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
                "As an AI, I cannot have feelings about that.",
                "As an AI language model, I am not able to browse the web.",
                "I'm just an assistant. As a large language model, I don't know your address.",
                "As an AI assistant, I must stay neutral.",
                "It would not be ethical to write that.",
                "That is not legal, so no.",
                "Such a request is not appropriate.",
                "It is not appropriate to discuss colleagues like this.",
                "This would not be appropriate.",
                "Unfortunately I can't comply with this request.",
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
                "If the code does not work, I will send you a new one.",
                "As an AI engineer, I build systems.",
                "As an AI researcher at the institute, she studies language models.",
                "As an assistant professor, he teaches law.",
                "As an AI startup, we sell software.",
                "As an AI, I can certainly explain that: water boils at 100 degrees.",
                "This contract is not legal advice.",
                "The following is not legal advice, but you can return the shoes.",
                "A verbal promise is not legal tender.",
                "Jeans are not appropriate office wear at most banks.",
                "The dress code says what is and what is not appropriate.",
                "Our guide explains why this practice is not ethical in journalism."
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
