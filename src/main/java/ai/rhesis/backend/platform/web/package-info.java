/// The conventions of the HTTP interface that every resource gets at once.
@NullMarked
package ai.rhesis.backend.platform.web;

import org.jspecify.annotations.NullMarked;
