// Ids say what an element is and means: they stand in tests, logs and in what the guard says
const { is } = require('bpmnlint-utils');

const PREFIXES = [
  ['bpmn:StartEvent', 'StartEvent'],
  ['bpmn:EndEvent', 'EndEvent'],
  ['bpmn:BoundaryEvent', 'BoundaryEvent'],
  ['bpmn:Event', 'Event'],
  ['bpmn:Gateway', 'Gateway'],
  ['bpmn:CallActivity', 'CallActivity'],
  ['bpmn:SubProcess', 'SubProcess'],
  ['bpmn:Task', 'Task'],
  ['bpmn:SequenceFlow', 'Flow'],
  ['bpmn:Message', 'Message'],
  ['bpmn:Error', 'Error']
];

module.exports = function() {
  function check(node, reporter) {
    const [, prefix] = PREFIXES.find(([type]) => is(node, type)) || [];
    if (prefix && !new RegExp(`^${prefix}_[A-Z]\\w+$`).test(node.id)) {
      reporter.report(node.id, `Call it ${prefix}_ and what it means`, ['id']);
    }
  }

  return { check };
};
