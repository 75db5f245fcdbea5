package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.query.StorableYears;
import java.time.Instant;
import java.time.ZoneOffset;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// The reading of times, which are of the years that are stored, as those in filters.
final class StorableTimes extends ValueDeserializerModifier {

    static JacksonModule module() {
        return new SimpleModule("storable times").setDeserializerModifier(new StorableTimes());
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> deserializer) {
        return deserializer.handledType() == Instant.class ? new Storable(deserializer) : deserializer;
    }

    /// A reader of times that refuses those that no column takes.
    private static final class Storable extends DelegatingDeserializer {

        Storable(ValueDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
            return new Storable(delegate);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
            Object read = super.deserialize(parser, context);
            return read instanceof Instant time
                            && !StorableYears.include(
                                    time.atOffset(ZoneOffset.UTC).getYear())
                    ? context.handleWeirdStringValue(
                            Instant.class, time.toString(), "is out of the range that is stored")
                    : read;
        }
    }
}
