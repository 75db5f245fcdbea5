package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.problem.Problem;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.HttpStatus;

/// The reading of messages in protobuf's binary form.
///
/// Two bytes can stand for an object. So the values are counted over the bytes, before any object is
/// made of them.
final class ProtobufMessages {

    private static final int MAX_DEPTH = 100;

    private final CodedInputStream in;
    private int values;

    private ProtobufMessages(CodedInputStream in) {
        this.in = in;
    }

    static void read(byte[] bytes, Message.Builder into) {
        try {
            new ProtobufMessages(CodedInputStream.newInstance(bytes)).count(into.getDescriptorForType(), 0);
            into.mergeFrom(bytes);
        } catch (InvalidProtocolBufferException invalid) {
            throw Problem.invalid("", "is not a valid protobuf message of this path")
                    .exception();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void count(Descriptor type, int depth) throws IOException {
        requireFew(depth);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            boolean isMessage = field != null
                    && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if (isMessage) {
                countWithin(field.getMessageType(), depth + 1);
            } else {
                requireFew(depth);
                requireWhole(in.skipField(tag));
            }
        }
    }

    private void countWithin(Descriptor type, int depth) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        count(type, depth);
        in.checkLastTagWas(0);
        in.popLimit(outer);
    }

    private void requireFew(int depth) throws InvalidProtocolBufferException {
        requireWhole(depth <= MAX_DEPTH);
        if (++values > OtlpFormat.MAX_VALUES) {
            throw tooMany();
        }
    }

    static RuntimeException tooMany() {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The body holds more than %,d values; send smaller batches".formatted(OtlpFormat.MAX_VALUES))
                .exception();
    }

    private static void requireWhole(boolean holds) throws InvalidProtocolBufferException {
        if (!holds) {
            throw new InvalidProtocolBufferException("not a message");
        }
    }
}
