/// Lists: paging, sorting, and the declared fields that a client may name.
@NullMarked
package ai.rhesis.backend.query;

import org.jspecify.annotations.NullMarked;
