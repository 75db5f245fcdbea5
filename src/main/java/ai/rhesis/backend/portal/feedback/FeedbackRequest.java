package ai.rhesis.backend.portal.feedback;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// An opinion about the service, with the name and address that its author gives.
record FeedbackRequest(
        @NotBlank @Size(max = 10_000) String feedback,
        @DecimalMin("1") @DecimalMax("5") @Nullable Double rating,
        @Size(max = 255) @Nullable String userName,
        @Size(max = 320) @Nullable String userEmail) {

    /// Writes the text of a mail. Names and addresses stand inside it, never in its head, because nobody checked them.
    String text() {
        return """
                Rating: %s
                From: %s <%s>

                %s""".formatted(
                        rating == null ? "none" : rating,
                        userName == null ? "somebody" : userName,
                        userEmail == null ? "no address" : userEmail,
                        feedback);
    }
}
