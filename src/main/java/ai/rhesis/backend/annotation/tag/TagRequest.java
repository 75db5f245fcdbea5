package ai.rhesis.backend.annotation.tag;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tag as a client writes it.
public record TagRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Size(max = 32) @Nullable String iconUnicode) {

    static TagRequest of(Tag tag) {
        return new TagRequest(tag.getId(), tag.getName(), tag.getIconUnicode());
    }
}
