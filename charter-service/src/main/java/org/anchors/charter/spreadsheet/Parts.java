package org.anchors.charter.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import org.anchors.kit.table.FileRefusal;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook's package. What they unpack to is measured before any of them is read. */
final class Parts implements Closeable {

    private static final int MOST = 200;
    private static final long LARGEST_UNPACKED = 20_000_000;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    static Parts of(byte[] file) throws IOException {
        var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get();
        try {
            var parts = new Parts(zip);
            parts.measure();
            return parts;
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    private void measure() throws IOException {
        var unpacked = 0L;
        for (var all = zip.getEntries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            entries.putIfAbsent(entry.getName(), entry);
            if (entries.size() > MOST) {
                throw FileRefusal.tooLarge("A workbook may have %d parts.".formatted(MOST));
            }
            unpacked += size(entry, LARGEST_UNPACKED - unpacked);
        }
    }

    /** How long a part is in fact, whatever the package says of it. */
    private long size(ZipArchiveEntry entry, long most) throws IOException {
        var size = 0L;
        var buffer = new byte[1 << 16];
        try (var stream = stream(entry)) {
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                size += read;
                if (size > most) {
                    throw FileRefusal.tooLarge("A workbook may unpack to %,d bytes.".formatted(LARGEST_UNPACKED));
                }
            }
        }
        return size;
    }

    /** Other ways of packing are not used by workbooks, and some take memory by a number in the file. */
    private InputStream stream(ZipArchiveEntry entry) throws IOException {
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new IOException("Packed in an unknown way: " + entry.getMethod());
        }
        return zip.getInputStream(entry);
    }

    /** A part as XML; null where there is none of this name. */
    @Nullable
    Xml xml(String name) throws IOException {
        var entry = entries.get(name.startsWith("/") ? name.substring(1) : name);
        return entry == null ? null : new Xml(stream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
