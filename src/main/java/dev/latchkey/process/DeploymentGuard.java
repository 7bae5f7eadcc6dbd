package dev.latchkey.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Looks at every file of a new deployment before the engine does, and refuses what could run
 * foreign code or reach outside. Files deployed earlier were looked at then and load as they are.
 */
final class DeploymentGuard implements Deployer {

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    for (ResourceEntity resource : deployment.getResources().values()) {
      List<Problem> problems = problemsOf(resource);
      if (!problems.isEmpty()) {
        throw new ParseException(text(resource, problems), resource.getName(), problems, List.of());
      }
    }
  }

  private static List<Problem> problemsOf(ResourceEntity resource) {
    String name = resource.getName();
    if (name.endsWith(".form")) {
      return List.of();
    }
    if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
      return read(resource.getBytes(), new ForbiddenContent(name.endsWith(".dmn")));
    }
    return List.of(
        new ProblemImpl("Only .bpmn, .dmn and .form files can be deployed here", null, name));
  }

  private static List<Problem> read(byte[] xml, ForbiddenContent content) {
    try {
      parser().parse(new ByteArrayInputStream(xml), content);
      return content.problems();
    } catch (SAXParseException unreadable) {
      return List.of(new ProblemImpl(unreadable));
    } catch (SAXException | IOException | ParserConfigurationException fault) {
      throw new IllegalStateException("Cannot read a file to deploy", fault);
    }
  }

  private static SAXParser parser() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    return factory.newSAXParser();
  }

  private static String text(ResourceEntity resource, List<Problem> problems) {
    Problem first = problems.get(0);
    return resource.getName()
        + ", line "
        + first.getLine()
        + (first.getMainElementId() == null ? "" : ", element " + first.getMainElementId())
        + ": "
        + first.getMessage();
  }
}
