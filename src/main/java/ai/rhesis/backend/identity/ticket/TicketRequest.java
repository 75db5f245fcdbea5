package ai.rhesis.backend.identity.ticket;

import jakarta.validation.constraints.NotBlank;

/// The ticket of a mail.
record TicketRequest(@NotBlank String token) {}
