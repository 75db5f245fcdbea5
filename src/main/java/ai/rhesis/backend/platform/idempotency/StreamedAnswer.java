package ai.rhesis.backend.platform.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A mark for handlers whose answers are sent piece by piece. Such an answer is kept nowhere, so that none is
/// repeated for an `Idempotency-Key`: kept, it would be held back until it is whole.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface StreamedAnswer {}
