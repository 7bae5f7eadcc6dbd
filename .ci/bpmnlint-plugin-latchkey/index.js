// What can be told of a single diagram while it is drawn. The deployment guard has the last word:
// it sees all files together.
module.exports = {
  configs: {
    recommended: {
      rules: {
        'id-form': 'warn',
        'label-form': 'warn',
        'timer-form': 'error'
      }
    }
  }
};
