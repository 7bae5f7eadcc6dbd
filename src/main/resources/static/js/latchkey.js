// What pages do beyond plain HTML; each of them works without it.
(function () {
  'use strict';

  var offset = 0; // server's clock minus this one, in milliseconds
  var waitingForText = null; // stops the wait for a text message's code

  // The step, or the help beside it: each asks by itself whether the step has changed.
  function step() {
    return document.querySelector('#step, #no-code');
  }

  function setClock() {
    var shown = step();
    if (shown) {
      offset = Number(shown.dataset.now) - Date.now();
    }
  }

  function twoDigits(number) {
    return (number < 10 ? '0' : '') + number;
  }

  function countDown() {
    document.querySelectorAll('[data-due]').forEach(function (clock) {
      var seconds = Math.ceil((Number(clock.dataset.due) - Date.now() - offset) / 1000);
      clock.textContent = seconds > 0
        ? Math.floor(seconds / 60) + ':' + twoDigits(seconds % 60)
        : clock.dataset.over;
    });
  }

  function showLocalTimes() {
    var language = document.documentElement.lang;
    document.querySelectorAll('time[data-local]').forEach(function (time) {
      time.textContent = new Date(time.dateTime)
        .toLocaleString(language, { dateStyle: 'long', timeStyle: 'short', numberingSystem: 'latn' });
    });
  }

  // The phone offers the code of a text message that names this site (WebOTP).
  function waitForText() {
    if (waitingForText) {
      waitingForText.abort();
      waitingForText = null;
    }
    var field = document.querySelector('input[data-otp="sms"]');
    if (!field || !('OTPCredential' in window)) {
      return;
    }
    waitingForText = new AbortController();
    navigator.credentials.get({ otp: { transport: ['sms'] }, signal: waitingForText.signal })
      .then(function (received) {
        if (received && field.isConnected && !field.value) {
          field.value = received.code;
          field.form.requestSubmit();
        }
      })
      .catch(function () { /* refused or over: the person types the code */ });
  }

  function tell() {
    var notice = document.getElementById('notice');
    var heading = document.getElementById('heading');
    document.getElementById('announcer').textContent =
      heading.textContent + '. ' + (notice ? notice.textContent : '');
  }

  // What was typed stays if the same step comes back; a code is bound to its own sending.
  // Steps that somebody reads stay open.
  var typed = {};
  var opened = [];
  function remember(old) {
    typed = {};
    opened = Array.from(old.querySelectorAll('details[id][open]'), function (part) { return part.id; });
    old.querySelectorAll('textarea, input[type="text"], input[type="email"]').forEach(function (field) {
      if (field.name !== 'code') {
        typed[field.name] = field.value;
      }
    });
  }

  function recall(shown) {
    opened.forEach(function (id) {
      var part = document.getElementById(id);
      if (part) {
        part.open = true;
      }
    });
    Object.keys(typed).forEach(function (name) {
      var field = shown.querySelector('[name="' + name + '"]');
      if (field && !field.value) {
        field.value = typed[name];
      }
    });
  }

  function shownAnew() {
    setClock();
    countDown();
    showLocalTimes();
    waitForText();
  }

  document.addEventListener('htmx:beforeSwap', function (event) {
    if (event.target === step() && event.detail.shouldSwap) {
      remember(event.target);
    }
  });

  document.addEventListener('htmx:afterSettle', function (event) {
    if (event.detail.elt.id === 'requests') {
      showLocalTimes();
    }
    if (event.detail.elt.id === 'delivery') {
      showLocalTimes();
      document.getElementById('announcer').textContent =
        event.detail.elt.textContent.replace(/\s+/g, ' ').trim();
    }
    var shown = step();
    if (!shown || event.detail.elt.id !== shown.id) {
      return;
    }
    recall(shown);
    document.title = shown.dataset.title;
    if (shown.id === 'step') {
      (shown.querySelector('[autofocus]') || document.getElementById('heading')).focus();
    }
    shownAnew();
    tell();
  });

  // Without scripts there is the browser's own way to print.
  function offerPrinting() {
    document.querySelectorAll('[data-print]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { window.print(); });
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    shownAnew();
    offerPrinting();
    setInterval(countDown, 1000);
  });
})();
