/// Lists: paging, sorting, and the declared fields that a client may name.
@NullMarked
package ai.rhesis.backend.platform.query;

import org.jspecify.annotations.NullMarked;
