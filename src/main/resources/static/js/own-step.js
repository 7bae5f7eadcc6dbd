// The form of an own step as the official library of Camunda Forms shows it: what depends on other
// answers comes and goes, and what is wrong is said at once. The plain form stays below, unseen, and
// is what is sent; where the library cannot be had, or the person has begun, it stays as it is.
(function () {
  'use strict';

  var plain = document.getElementById('own-step');
  if (!plain || plain.dataset.seen || plain.querySelector('[aria-invalid]')) {
    return;
  }
  plain.dataset.seen = 'true';

  var PREFIX = 'own_';
  var fields = plain.querySelector('.plain-fields');
  var data = JSON.parse(plain.dataset.form);
  var language = document.documentElement.lang;

  function inputs() {
    return Array.from(plain.elements).filter(function (input) {
      return input.name.indexOf(PREFIX) === 0;
    });
  }

  function typeOf(key) {
    return data.schema.components.find(function (part) { return part.key === key; }).type;
  }

  // What stands in the plain form, as the library knows it.
  function read() {
    var values = {};
    inputs().forEach(function (input) {
      var key = input.name.slice(PREFIX.length);
      if (input.type === 'checkbox') {
        values[key] = input.checked;
      } else if (input.type === 'radio' ? input.checked : input.value) {
        values[key] = typeOf(key) === 'number' ? Number(input.value) : input.value;
      }
    });
    return values;
  }

  function write(values) {
    inputs().forEach(function (input) {
      var value = values[input.name.slice(PREFIX.length)];
      if (input.type === 'checkbox') {
        input.checked = value === true;
      } else if (input.type === 'radio') {
        input.checked = input.value === value;
      } else {
        input.value = value === undefined || value === null ? '' : String(value);
      }
    });
  }

  // The library takes words for Markdown; here they are words.
  function literal(text) {
    return text.replace(/[!-\/:-@[-`{-~]/g, '\\$&').replace(/\n+/g, '\n\n');
  }

  function schema() {
    return {
      type: 'default',
      schemaVersion: 18,
      components: data.schema.components.map(function (part, place) {
        var shown = Object.assign({ id: PREFIX + (part.key || place) }, part);
        if (part.type === 'text') {
          shown.text = literal(part.text);
        }
        return shown;
      })
    };
  }

  // What is wrong, in the reader's language.
  function Validator(registry) {
    this.registry = registry;
  }
  Validator.$inject = ['formFieldRegistry'];
  Validator.prototype.validateFieldInstance = function (instance, value) {
    return this.validateField(this.registry.get(instance.id), value);
  };
  Validator.prototype.validateField = function (field, value) {
    var problem = field && field.validate ? problemOf(field, value) : null;
    return problem ? [data.problems[field.key][problem]] : [];
  };

  function problemOf(field, value) {
    var limits = field.validate;
    if (value === undefined || value === null || value === '' || value === false) {
      return limits.required ? 'required' : null;
    }
    if (field.type === 'number') {
      return problemOfNumber(field, value);
    }
    if (typeof value !== 'string') {
      return null;
    }
    var text = value.trim();
    if (text.length < limits.minLength) {
      return 'too-short';
    }
    if (text.length > limits.maxLength) {
      return 'too-long';
    }
    return limits.pattern && !new RegExp(limits.pattern).test(text) ? 'pattern' : null;
  }

  function problemOfNumber(field, value) {
    var number = Number(value);
    var digits = (String(value).split('.')[1] || '').length;
    if (value === 'NaN' || isNaN(number)) {
      return 'no-number';
    }
    if (field.decimalDigits >= 0 && digits > field.decimalDigits) {
      return field.decimalDigits === 0 ? 'no-integer' : 'decimals';
    }
    if (number < field.validate.min) {
      return 'too-small';
    }
    return number > field.validate.max ? 'too-large' : null;
  }

  // The calendar knows English alone; the browser knows the names in each language.
  function names(style, count, first, step) {
    var format = new Intl.DateTimeFormat(language, Object.assign({ timeZone: 'UTC' }, style));
    return Array.from({ length: count }, function (unused, i) {
      return format.format(new Date(Date.UTC(2023, first + (step === 'month' ? i : 0), 1 + (step === 'day' ? i : 0))));
    });
  }

  function nameDays(event) {
    var calendar = event.target._flatpickr;
    if (calendar && !calendar.named) {
      calendar.named = true;
      var parts = new Intl.DisplayNames(language, { type: 'dateTimeField' });
      calendar.set('locale', {
        monthAriaLabel: parts.of('month'),
        yearAriaLabel: parts.of('year'),
        weekdays: { shorthand: names({ weekday: 'short' }, 7, 0, 'day'), longhand: names({ weekday: 'long' }, 7, 0, 'day') },
        months: { shorthand: names({ month: 'short' }, 12, 0, 'month'), longhand: names({ month: 'long' }, 12, 0, 'month') }
      });
    }
  }

  // Words that are not in the page's language say so.
  function sayLanguages(place) {
    data.schema.components.forEach(function (part) {
      var input = part.lang && part.key && place.querySelector('[id$="-' + PREFIX + part.key + '"]');
      var field = input && input.closest('.fjs-form-field');
      if (field) {
        field.lang = part.lang;
      }
    });
    if (data.schema.components.every(function (part) { return part.lang; })) {
      place.lang = data.schema.components[0].lang;
    }
  }

  function show() {
    if (!plain.isConnected || fields.contains(document.activeElement)) {
      return;
    }
    var place = document.createElement('div');
    place.className = 'own-form';
    place.style.setProperty('--own-choose', JSON.stringify(plain.dataset.choose));
    var form = new window.FormViewer.Form({
      container: place,
      debounce: false, // what is put right moves the page while one types, not under the finger
      additionalModules: [{ validator: ['type', Validator] }]
    });
    form.importSchema(schema(), read()).then(function () {
      form.on('submit', function (event) {
        if (Object.keys(event.errors).length) {
          var wrong = place.querySelector('.fjs-has-errors input, .fjs-has-errors textarea');
          if (wrong) {
            wrong.focus();
          }
          return;
        }
        write(event.data);
        HTMLFormElement.prototype.submit.call(plain);
      });
      form.on('changed', function () {
        requestAnimationFrame(function () { sayLanguages(place); });
      });
      place.addEventListener('focusin', nameDays, true);
      plain.addEventListener('submit', function (event) {
        event.preventDefault();
        form.submit();
      });
      plain.parentNode.insertBefore(place, plain);
      fields.hidden = true;
      sayLanguages(place);
    }, function () { /* the plain form stays */ });
  }

  function load() {
    if (window.FormViewer) {
      show();
      return;
    }
    var style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = '/form-js/dist/assets/form-js.css';
    style.addEventListener('load', function () {
      var script = document.createElement('script');
      script.src = '/form-js/dist/form-viewer.umd.js';
      script.addEventListener('load', show);
      document.head.appendChild(script);
    });
    document.head.insertBefore(style, document.head.firstChild);
  }

  load();
})();
