document.getElementById('ready').hidden = false;
