package ai.rhesis.backend.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A mail server on this machine that takes every mail over SMTP and keeps it for its recipient.
public final class Mailbox {

    private static final Mailbox SHARED = start();

    private final ServerSocket socket;
    private final Map<String, BlockingQueue<String>> mails = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();

    private Mailbox(ServerSocket socket) {
        this.socket = socket;
    }

    public static Mailbox shared() {
        return SHARED;
    }

    private static Mailbox start() {
        try {
            Mailbox mailbox = new Mailbox(new ServerSocket(0, 64, InetAddress.getByName("127.0.0.1")));
            Thread.ofVirtual().start(mailbox::accept);
            return mailbox;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /// The next mail to the address, which arrives within some seconds; the one after a registration asks for the proof
    /// of the address.
    public String next(String address) {
        String mail = poll(address, 10_000);
        if (mail == null) {
            throw new AssertionError("no mail came for " + address);
        }
        return mail;
    }

    /// The next mail to the address that holds the text.
    public String next(String address, String text) {
        String mail = next(address);
        return mail.contains(text) ? mail : next(address, text);
    }

    /// The ticket in the link of the next mail to the address.
    public String ticket(String address) {
        return next(address).replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1");
    }

    /// Whether nothing comes for the address within this time.
    public boolean isEmpty(String address, long millis) {
        return poll(address, millis) == null;
    }

    /// Refuses the next mails to the address, as a server does that is overloaded.
    public void refuse(String address, int times) {
        refusals.put(address, new AtomicInteger(times));
    }

    private boolean isRefused(String recipient) {
        AtomicInteger left = refusals.get(recipient);
        return left != null && left.getAndDecrement() > 0;
    }

    private @Nullable String poll(String address, long millis) {
        try {
            return of(address).poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            throw new AssertionError(stopping);
        }
    }

    private BlockingQueue<String> of(String address) {
        return mails.computeIfAbsent(address.toLowerCase(Locale.ROOT), nobody -> new LinkedBlockingQueue<>());
    }

    private void accept() {
        while (true) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream answers = client.getOutputStream();
            answer(answers, "220 mailbox");
            String recipient = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT TO:")) {
                    recipient = line.replaceAll(".*<(.*)>.*", "$1");
                    if (isRefused(recipient)) {
                        answer(answers, "451 try again later");
                        continue;
                    }
                }
                if (command.equals("DATA")) {
                    answer(answers, "354 go on");
                    of(recipient).add(read(lines));
                }
                answer(answers, command.equals("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException hungUp) {
            // the client has said all it wanted
        }
    }

    private static String read(BufferedReader lines) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void answer(OutputStream answers, String line) throws IOException {
        answers.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        answers.flush();
    }
}
