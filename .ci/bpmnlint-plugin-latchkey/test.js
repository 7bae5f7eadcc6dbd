const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');
const { BpmnModdle } = require('bpmn-moddle');
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const { createScopedRequire } = require('bpmnlint/lib/resolver/helper');

const CODES = join(__dirname, '..', '..', 'processes', 'CodeDeliveryProcess.bpmn');

/** The rules that object, with the elements, after a change as an analyst would make it. */
async function objections(before, after) {
  const xml = readFileSync(CODES, 'utf8');
  assert.ok(xml.includes(before));
  const { rootElement } = await new BpmnModdle().fromXML(xml.replace(before, after));
  const resolver = new NodeResolver({ require: createScopedRequire(join(__dirname, '..')) });
  const linter = new Linter({ config: { extends: 'plugin:latchkey/recommended' }, resolver });
  const reports = await linter.lint(rootElement);
  return Object.entries(reports).flatMap(([rule, all]) => all.map(({ id }) => `${rule} ${id}`));
}

const changes = [
  ['a longer wait', '>PT2M<', '>P1DT2M<'],
  ['a wait that is too short', '>PT2M<', '>PT1M59S<', 'timer-form BoundaryEvent_TwoMinutesOver'],
  ['a wait in words', '>PT2M<', '>2 minutes<', 'timer-form BoundaryEvent_TwoMinutesOver'],
  ['a wait of nothing', '>PT2M<', '>PT0S<', 'timer-form BoundaryEvent_TwoMinutesOver'],
  ['a label like code', 'name="Send code"', 'name="sendCode"', 'label-form Task_SendCode'],
  ['a gateway without a question', 'name="Sends left?"', 'name="Sends left"', 'label-form Gateway_SendsLeft'],
];

for (const [name, before, after, ...expected] of changes) {
  test(name, async () => {
    assert.deepEqual(await objections(before, after), expected.map((each) => `latchkey/${each}`));
  });
}

test('an id that says nothing', async () => {
  assert.deepEqual(await objections('id="EndEvent_CodeRight"', 'id="Event_0x1y2z"'), [
    'latchkey/id-form Event_0x1y2z',
  ]);
});
