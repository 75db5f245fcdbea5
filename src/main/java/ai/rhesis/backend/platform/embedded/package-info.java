/// The PostgreSQL that the service brings along and starts when no database is configured.
@NullMarked
package ai.rhesis.backend.platform.embedded;

import org.jspecify.annotations.NullMarked;
