package ai.rhesis.backend.platform.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A mark for handlers whose answers hold secrets. Such an answer is kept nowhere, so that none is repeated for an
/// `Idempotency-Key`.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SecretAnswer {}
