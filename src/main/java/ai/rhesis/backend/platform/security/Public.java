package ai.rhesis.backend.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A mark for a handler that needs no token. A token that is sent anyway is ignored, because an expired one may come
/// with the request that refreshes it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Public {}
