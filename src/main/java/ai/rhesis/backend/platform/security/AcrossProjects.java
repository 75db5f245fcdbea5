package ai.rhesis.backend.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A mark for a handler that works across projects, whatever project the request names: it tells the project of an
/// object, so that the client can switch there, or is about the caller and the whole organization. A client that
/// still sends the id of a deleted project can find the others by it. Intake is marked too, because each span may
/// name its own project.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AcrossProjects {}
