package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.tenancy.UnknownProjectException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The subscriptions of clients to channels.
@Component
class Subscriptions {

    private final OpenSockets sockets;
    private final ChannelKinds kinds;
    private final News news;

    Subscriptions(OpenSockets sockets, ChannelKinds kinds, News news) {
        this.sockets = sockets;
        this.kinds = kinds;
        this.news = news;
    }

    void subscribe(SocketConnection connection, ClientMessage message) {
        String name = String.valueOf(message.channelName());
        Channel channel = Channel.parse(message.channelName());
        String refusal = channel == null
                ? "The channel must be named kind:id, where the id is a UUID."
                : refusal(connection, channel, message.text("project_id"));
        if (channel == null || refusal != null) {
            answer(
                    connection,
                    message,
                    "subscription_error",
                    Map.of("channel", name, "error", String.valueOf(refusal)));
            return;
        }
        answer(connection, message, "subscribed", Map.of("channel", channel.toString()));
        news.tellHistory(connection, channel);
    }

    void unsubscribe(SocketConnection connection, ClientMessage message) {
        Channel channel = Channel.parse(message.channelName());
        if (channel != null) {
            sockets.unfollow(connection, channel);
        }
        answer(connection, message, "unsubscribed", Map.of("channel", String.valueOf(message.channelName())));
    }

    private @Nullable String refusal(SocketConnection connection, Channel channel, @Nullable String project) {
        ChannelKind kind = kinds.find(channel.kind());
        if (kind == null) {
            return "The kind of the channel must be one of " + kinds.names() + ".";
        }
        if (!isOpen(kind, channel, connection.tenant(), project)) {
            return "There is no such channel, or it is not yours to follow.";
        }
        return sockets.follow(connection, channel)
                ? null
                : "A connection follows at most " + OpenSockets.MAX_CHANNELS + " channels.";
    }

    /// Asks within a project, where one is named, as the header does for requests.
    private static boolean isOpen(ChannelKind kind, Channel channel, Tenant tenant, @Nullable String project) {
        try {
            Tenant narrowed = project == null
                    ? tenant
                    : new Tenant(tenant.organizationId(), tenant.userId(), UUID.fromString(project));
            return narrowed.<Boolean, RuntimeException>call(() -> kind.isOpen(channel.id()));
        } catch (UnknownProjectException | IllegalArgumentException noProject) {
            return false;
        }
    }

    private static void answer(
            SocketConnection connection, ClientMessage message, String type, Map<String, String> payload) {
        connection.send(new Frame(type, payload.get("channel"), payload, message.correlationId(), null));
    }
}
