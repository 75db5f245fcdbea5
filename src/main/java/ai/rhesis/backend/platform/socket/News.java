package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.node.SignalReceiver;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// The delivery of news to the connections of this node. They are read once for each user, as that user; the news of
/// one channel are read and sent in the order in which they happened.
@Component
class News implements SignalReceiver {

    private static final Logger log = LoggerFactory.getLogger(News.class);
    private static final int LANES = 8;

    private final OpenSockets sockets;
    private final ChannelKinds kinds;
    private final List<ExecutorService> lanes = IntStream.range(0, LANES)
            .mapToObj(lane -> Executors.newSingleThreadExecutor(
                    Thread.ofVirtual().name("news-" + lane).factory()))
            .toList();

    News(OpenSockets sockets, ChannelKinds kinds) {
        this.sockets = sockets;
        this.kinds = kinds;
    }

    @Override
    public void receive(String text) {
        Signal signal = Signal.parse(text);
        if (signal != null) {
            tell(signal);
        }
    }

    private void tell(Signal signal) {
        OpenSockets.Address address = new OpenSockets.Address(signal.organizationId(), signal.channel());
        if (!sockets.followers(address).isEmpty()) {
            tell(address, kind -> kind.news(signal.channel().id(), signal.subjectId()));
        }
    }

    @Override
    public void catchUp(Instant since) {
        sockets.followed()
                .forEach(address ->
                        tell(address, kind -> kind.missed(address.channel().id(), since)));
    }

    /// Tells a new follower what its channel begins with.
    void tellHistory(SocketConnection follower, Channel channel) {
        inLane(channel, () -> tell(channel, List.of(follower), kind -> kind.history(channel.id())));
    }

    private void tell(OpenSockets.Address address, Reading reading) {
        inLane(address.channel(), () -> tell(address.channel(), sockets.followers(address), reading));
    }

    private void tell(Channel channel, List<SocketConnection> followers, Reading reading) {
        Map<UUID, List<SocketConnection>> byUser = followers.stream()
                .collect(Collectors.groupingBy(follower -> follower.tenant().userId()));
        byUser.values().forEach(connections -> tellUser(channel, connections, reading));
    }

    private void tellUser(Channel channel, List<SocketConnection> connections, Reading reading) {
        Tenant follower = connections.getFirst().tenant();
        try {
            List<Frame> frames = follower.call(() -> kinds.read(channel.kind(), reading));
            frames.forEach(frame -> connections.forEach(connection -> connection.send(frame.on(channel))));
        } catch (NotAMemberException outside) {
            connections.forEach(connection -> connection.close(CloseStatus.POLICY_VIOLATION));
        } catch (RuntimeException unreadable) {
            log.warn("News of {} could not be read: {}", channel, LoggedFailure.words(unreadable));
        }
    }

    private void inLane(Channel channel, Runnable work) {
        lanes.get(Math.floorMod(channel.hashCode(), LANES)).execute(work);
    }

    /// A question to a kind of channels.
    interface Reading {

        List<Frame> of(ChannelKind kind);
    }
}
