package dev.latchkey.process.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML that a stranger may have written: no document types, no entities, nothing fetched, and
 * an end to size, depth and number of elements.
 */
final class SafeXml {
  private static final int DEEPEST = 100;
  private static final int MOST = 50_000;

  private SafeXml() {}

  /** The root element, or null after telling what is wrong. */
  static XmlElement read(String file, byte[] xml, Findings findings) {
    Reader reader = new Reader(file);
    try {
      factory().newSAXParser().parse(new ByteArrayInputStream(xml), reader);
      return reader.root;
    } catch (SAXParseException unreadable) {
      findings.add(
          Rule.XML,
          file,
          unreadable.getLineNumber(),
          "This is no XML that can be read here: " + unreadable.getMessage(),
          "Save the file with Camunda Modeler; document types and entities are never needed");
    } catch (SAXException | IOException | ParserConfigurationException fault) {
      throw new IllegalStateException("Cannot read a file to deploy", fault);
    }
    return null;
  }

  private static SAXParserFactory factory() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    return factory;
  }

  private static final class Reader extends DefaultHandler {
    private final String file;
    private Locator locator;
    private XmlElement root;
    private XmlElement open;
    private int depth;
    private int elements;

    private Reader(String file) {
      this.file = file;
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
      this.locator = documentLocator;
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
      throw new SAXParseException("Nothing is fetched from " + systemId, locator);
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes given)
        throws SAXException {
      if (++depth > DEEPEST || ++elements > MOST) {
        throw new SAXParseException("The file is too deep or too long", locator);
      }
      List<XmlElement.Attribute> attributes = new ArrayList<>();
      for (int i = 0; i < given.getLength(); i++) {
        attributes.add(
            new XmlElement.Attribute(given.getURI(i), given.getLocalName(i), given.getValue(i)));
      }
      open = new XmlElement(file, uri, name, locator.getLineNumber(), open, attributes);
      root = root == null ? open : root;
    }

    @Override
    public void endElement(String uri, String name, String qName) {
      depth--;
      open = open.parent();
    }

    @Override
    public void characters(char[] from, int start, int length) {
      open.write(from, start, length);
    }
  }
}
