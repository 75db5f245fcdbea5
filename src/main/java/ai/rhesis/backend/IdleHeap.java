package ai.rhesis.backend;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The flags of the JVM by which an idle process gives memory back.
///
/// A start leaves garbage of several times the size of what lives on, and G1 keeps the room for it until its next
/// concurrent cycle, which an idle service may never reach. With these flags such a cycle begins when there was no
/// collection for a while, and what is free beyond a third of the living goes back to the system. A service under load
/// collects more often than that, so nothing changes there.
final class IdleHeap {

    private static final Duration QUIET_TIME = Duration.ofSeconds(10);

    /// The flags in the order in which they can be set: the smaller ratio never passes the greater.
    private static final Map<String, String> FLAGS = flags();

    private IdleHeap() {}

    private static Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        flags.put("MinHeapFreeRatio", "10");
        flags.put("MaxHeapFreeRatio", "25");
        flags.put("G1PeriodicGCInterval", Long.toString(QUIET_TIME.toMillis()));
        return flags;
    }

    static void giveBack() {
        giveBack(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class));
    }

    /// Sets the flags, unless whoever started the process chose one of them.
    static void giveBack(HotSpotDiagnosticMXBean jvm) {
        if (FLAGS.keySet().stream().allMatch(flag -> jvm.getVMOption(flag).getOrigin() == VMOption.Origin.DEFAULT)) {
            FLAGS.forEach(jvm::setVMOption);
        }
    }
}
