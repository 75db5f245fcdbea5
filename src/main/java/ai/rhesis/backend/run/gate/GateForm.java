package ai.rhesis.backend.run.gate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/// The form in which a gate is answered.
enum GateForm {
    JSON(MediaType.APPLICATION_JSON),
    JUNIT(MediaType.APPLICATION_XML),
    MARKDOWN(MediaType.TEXT_MARKDOWN);

    private final MediaType type;

    GateForm(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /// Finds the form that a client likes best; JSON where it does not say.
    ///
    /// @throws HttpMediaTypeNotAcceptableException 406 when it takes none of them
    static GateForm accepted(@Nullable String accept) throws HttpMediaTypeNotAcceptableException {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        return parsed(accept).stream()
                .flatMap(wanted -> Arrays.stream(values()).filter(form -> wanted.includes(form.type)))
                .findFirst()
                .orElseThrow(GateForm::notAcceptable);
    }

    private static Collection<MediaType> parsed(String accept) throws HttpMediaTypeNotAcceptableException {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            return types;
        } catch (InvalidMediaTypeException unreadable) {
            throw notAcceptable();
        }
    }

    private static HttpMediaTypeNotAcceptableException notAcceptable() {
        return new HttpMediaTypeNotAcceptableException(
                Arrays.stream(values()).map(GateForm::type).toList());
    }
}
