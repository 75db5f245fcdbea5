/// OpenTelemetry's protocol over HTTP (OTLP), by which any of its exporters sends spans here.
@NullMarked
package ai.rhesis.backend.trace.otlp;

import org.jspecify.annotations.NullMarked;
