// Own records of work: runs, tasks, mutes, answers, overrides.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, on, sampleView, type Sample } from '#domain/profile/sample-view.ts';
import { daysSinceRun, openRuns, overrideStates, validAnswers, workCalculator } from './work.ts';

const view = (rows: Sample['rows'], day = '2026-04-15') => sampleView({ day, ...(rows ? { rows } : {}) });

test('nothing recorded is none, never missing', () => {
  assert.deepEqual(leavesOf(workCalculator, view({})).values, {
    'work.openRuns': [],
    'work.runs60d': [],
    'work.rescueRootCause': false,
    'work.openActions': 0,
    'work.tasksOverdue': 0,
    'work.muted': [],
  });
});

test('an open rescue with its root cause; runs of 60 days; days since each playbook', () => {
  const rows: Sample['rows'] = {
    'run-started': [
      { on: '2026-01-01', run: 'r1', playbook: 'rescue' },
      { on: '2026-03-01', run: 'r2', playbook: 'qbr' },
      { on: '2026-04-01', run: 'r3', playbook: 'rescue' },
    ],
    'run-step-done': [
      { on: '2026-01-02', run: 'r1', step: 'call' },
      { on: '2026-04-03', run: 'r3', step: 'cause', rootCause: 'price' },
    ],
    'run-ended': [
      { on: '2026-02-01', run: 'r1' },
      { on: '2026-03-20', run: 'r2' },
    ],
  };
  const { values } = leavesOf(workCalculator, view(rows));
  assert.deepEqual(values['work.openRuns'], ['rescue']);
  assert.deepEqual(values['work.runs60d'], ['qbr', 'rescue']);
  assert.equal(values['work.rescueRootCause'], true);
  assert.deepEqual(openRuns(view(rows)), [
    { run: 'r3', playbook: 'rescue', startedOn: on('2026-04-01'), step: 'cause', rootCauseRecorded: true },
  ]);
  assert.deepEqual(daysSinceRun(view(rows)), { qbr: 45, rescue: 14 });
});

test('tasks: open until done, overdue past their day', () => {
  const rows: Sample['rows'] = {
    'task-opened': [
      { on: '2026-04-01', task: 't1', action: 'a', dueOn: on('2026-04-14') },
      { on: '2026-04-01', task: 't2', action: 'a', dueOn: on('2026-04-15') },
      { on: '2026-04-01', task: 't3', action: 'a', dueOn: on('2026-04-02') },
    ],
    'task-done': [{ on: '2026-04-03', task: 't3' }],
  };
  const { values } = leavesOf(workCalculator, view(rows));
  assert.equal(values['work.openActions'], 2);
  assert.equal(values['work.tasksOverdue'], 1);
});

test('a mute holds to its day, the last word on a signal holds', () => {
  const mute = (day: string, signal: string, until: string) => ({ on: day, signal, until: on(until) });
  const rows = {
    'signal-muted': [
      mute('2026-04-01', 'silent', '2026-04-15'),
      mute('2026-04-01', 'overdue', '2026-05-30'),
      mute('2026-04-10', 'overdue', '2026-04-11'),
    ],
  };
  assert.deepEqual(leavesOf(workCalculator, view(rows)).values['work.muted'], ['silent']);
});

test('an answer stands 30 days; an override until its day', () => {
  const answered = { on: '2026-03-16', question: 'no_critical_ticket', answer: true };
  assert.deepEqual(validAnswers(view({ 'question-answered': [answered] })), { no_critical_ticket: true });
  assert.deepEqual(validAnswers(view({ 'question-answered': [answered] }, '2026-04-16')), {});
  const rows: Sample['rows'] = {
    'decision-overridden': [
      { on: '2026-04-01', what: 'lever', offer: 'a', lever: 1.5, until: on('2026-04-10') },
      { on: '2026-04-01', what: 'lever', offer: 'b', lever: 0.5, reason: 'budget' },
      { on: '2026-04-02', what: 'offer', offer: 'a' },
      { on: '2026-04-03', what: 'offer', offer: 'b' },
    ],
  };
  assert.deepEqual(overrideStates(view(rows)), [
    { offer: 'b', what: 'lever', lever: 0.5, reason: 'budget' },
    { offer: 'b', what: 'offer', lever: null, reason: null },
  ]);
});
