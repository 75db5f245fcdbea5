package ai.rhesis.backend.trace.otlp;

import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/// The two forms that a message of OTLP is sent in: protobuf's binary one, and JSON.
public enum OtlpFormat {
    JSON(MediaType.APPLICATION_JSON) {
        @Override
        void read(byte[] bytes, Message.Builder into) {
            OtlpJsonReader.read(bytes, into);
        }

        @Override
        public byte[] write(Message message) {
            return OtlpJsonWriter.write(message);
        }
    },
    PROTOBUF(MediaType.parseMediaType(OtlpFormat.PROTOBUF_TYPE)) {
        @Override
        void read(byte[] bytes, Message.Builder into) {
            ProtobufMessages.read(bytes, into);
        }

        @Override
        public byte[] write(Message message) {
            return message.toByteArray();
        }
    };

    public static final String PROTOBUF_TYPE = "application/x-protobuf";

    /// The values of one request: a few bytes of either form make an object of a hundred.
    static final int MAX_VALUES = 1_000_000;

    private final MediaType type;

    OtlpFormat(MediaType type) {
        this.type = type;
    }

    static OtlpFormat of(MediaType type) {
        return PROTOBUF.type.includes(type) ? PROTOBUF : JSON;
    }

    /// Finds the form that a client likes best; JSON where it does not say.
    ///
    /// @throws HttpMediaTypeNotAcceptableException 406 when it takes neither
    public static OtlpFormat accepted(@Nullable String accept) throws HttpMediaTypeNotAcceptableException {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            return types.stream()
                    .flatMap(wanted -> Arrays.stream(values()).filter(form -> wanted.includes(form.type)))
                    .findFirst()
                    .orElseThrow(OtlpFormat::notAcceptable);
        } catch (InvalidMediaTypeException unreadable) {
            throw notAcceptable();
        }
    }

    private static HttpMediaTypeNotAcceptableException notAcceptable() {
        return new HttpMediaTypeNotAcceptableException(
                Arrays.stream(values()).map(OtlpFormat::type).toList());
    }

    public MediaType type() {
        return type;
    }

    /// Reads a message into its builder.
    ///
    /// @throws ProblemException 422 for what is no such message, 413 for one of too many values
    abstract void read(byte[] bytes, Message.Builder into);

    public abstract byte[] write(Message message);
}
