// Labels are what a supporter would say; a gateway that decides asks, and each flow answers
const { is } = require('bpmnlint-utils');

module.exports = function() {
  function check(node, reporter) {
    if (is(node, 'bpmn:FlowNode') && node.name && !/^[“"A-Z0-9]/.test(node.name)) {
      reporter.report(node.id, 'Begin the label with a capital letter', ['name']);
    }
    if (is(node, 'bpmn:ExclusiveGateway') && (node.outgoing || []).length > 1) {
      checkQuestion(node, reporter);
    }
  }

  function checkQuestion(gateway, reporter) {
    if (!(gateway.name || '').endsWith('?')) {
      reporter.report(gateway.id, 'Label the gateway with a question', ['name']);
    }
    const answers = gateway.outgoing.map((flow) => flow.name || '');
    gateway.outgoing.forEach((flow, index) => {
      if (!answers[index] || answers.indexOf(answers[index]) < index) {
        reporter.report(flow.id, `Give an answer of its own to “${gateway.name}”`, ['name']);
      }
    });
  }

  return { check };
};
