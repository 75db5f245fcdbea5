'use strict';
(() => {
  const tests = [...document.querySelectorAll('.test')];
  const form = document.getElementById('filter');
  const shown = document.getElementById('shown');
  const nothing = document.getElementById('nothing');
  if (tests.length === 0) return;

  const valuesOf = (test, name) => (test.dataset[name] || '').split('\n').filter(value => value);
  for (const name of ['requirement', 'category', 'metrics']) {
    const values = [...new Set(tests.flatMap(test => valuesOf(test, name)))].sort();
    for (const value of values) form.elements[name].add(new Option(value, value));
    form.elements[name].parentElement.hidden = values.length === 0;
  }
  form.elements.regression.parentElement.hidden = !tests.some(test => test.dataset.regression === 'true');

  const texts = new Map(tests.map(test => [test, test.textContent.toLowerCase()]));
  const matches = test =>
    texts.get(test).includes(form.elements.text.value.trim().toLowerCase()) &&
    ['verdict', 'requirement', 'category', 'metrics'].every(name =>
      form.elements[name].value === '' || valuesOf(test, name).includes(form.elements[name].value)) &&
    (!form.elements.regression.checked || test.dataset.regression === 'true');

  const apply = () => {
    let count = 0;
    for (const test of tests) {
      test.hidden = !matches(test);
      if (!test.hidden) count++;
    }
    shown.textContent = count + ' of ' + tests.length;
    nothing.hidden = count > 0;
  };
  form.addEventListener('input', apply);
  form.addEventListener('change', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.hidden = false;
  apply();
})();
