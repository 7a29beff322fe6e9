package org.anchors.charter.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A part of a workbook, element by element. Elements are known by their local names, as two editions of the format differ in the rest. */
final class Xml implements AutoCloseable {

    private static final int DEEPEST = 100;
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream stream;
    private final XMLStreamReader reader;

    Xml(InputStream stream) throws IOException {
        this.stream = stream;
        try {
            // The factory promises nothing to those who call it at once.
            synchronized (FACTORY) {
                reader = FACTORY.createXMLStreamReader(stream);
            }
        } catch (XMLStreamException malformed) {
            throw new IOException(malformed);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
        return factory;
    }

    /** Moves on to where an element begins or ends; false at the end of the part. */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD -> throw new IOException("A workbook declares no document type");
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException malformed) {
            throw new IOException(malformed);
        }
    }

    boolean begins(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /** Moves on to the next such element, within another one; false where that one ends. */
    boolean nextWithin(String outer, String element) throws IOException {
        while (next()) {
            if (begins(element)) {
                return true;
            }
            if (ends(outer)) {
                return false;
            }
        }
        return false;
    }

    /** An attribute of the element that begins here, whatever its namespace. */
    @Nullable
    String attribute(String name) {
        for (var index = 0; index < reader.getAttributeCount(); index++) {
            if (reader.getAttributeLocalName(index).equals(name)) {
                return reader.getAttributeValue(index);
            }
        }
        return null;
    }

    /** The text of the element that begins here, which holds nothing else. */
    String text() throws IOException {
        try {
            return reader.getElementText();
        } catch (XMLStreamException malformed) {
            throw new IOException(malformed);
        }
    }

    /** The text of a shared or inline string, in one or several runs; how it is pronounced is left out. */
    String runs(String outer) throws IOException {
        var text = new StringBuilder();
        while (next() && !ends(outer)) {
            if (begins("t")) {
                text.append(text());
            } else if (begins("rPh")) {
                nextWithin("rPh", "");
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
