// Times can be read, and no code follows another within two minutes
const { is } = require('bpmnlint-utils');

const DURATION = /^P(?=\d|T)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const SECONDS = [365 * 86400, 30 * 86400, 7 * 86400, 86400, 3600, 60, 1];
const VARIABLE = /^\$\{[a-z]\w*}$/;
const SEND_SPACING = 120;
const MAKES_A_CODE = '${issueCodeDelegate}';

module.exports = function() {
  function check(node, reporter) {
    if (!is(node, 'bpmn:TimerEventDefinition')) return;
    const event = node.$parent;
    if (node.timeDate && VARIABLE.test(node.timeDate.body)) return;
    const seconds = read(node.timeDuration);
    if (!seconds) {
      reporter.report(event.id, 'Write a duration like PT2M (two minutes), PT4H or P7D');
    } else if (seconds < SEND_SPACING && leadsToCode(event)) {
      reporter.report(event.id, 'Another code follows: wait PT2M or longer');
    }
  }

  return { check };
};

/** Seconds, or 0 if it is no duration. */
function read(time) {
  const parts = DURATION.exec((time && time.body || '').trim());
  return parts ? SECONDS.reduce((sum, unit, i) => sum + unit * Number(parts[i + 1] || 0), 0) : 0;
}

function leadsToCode(node, seen = new Set()) {
  if (seen.has(node)) return false;
  seen.add(node);
  return node.get('camunda:delegateExpression') === MAKES_A_CODE
    || (node.outgoing || []).some((flow) => leadsToCode(flow.targetRef, seen));
}
